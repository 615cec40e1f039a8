import { HOME_PORT, PORTS } from './doors/ports.ts'
import type { System, SystemSettings } from './system.ts'

/** What the terminal says once everything is open: where to go, and what to do first. */
export function tellStart(
  { ports, isFounded, isDemo }: System,
  { portOffset, bind, setupCode, isDemo: isWanted }: SystemSettings,
  tookMs: number,
): void {
  console.log('')
  for (const { number, room } of PORTS.filter((port) => ports.includes(port.number + portOffset))) {
    console.log(`  ${room.padEnd(12)} http://localhost:${number + portOffset}`)
  }
  const isLoopback = bind === '::1' || bind.startsWith('127.')
  if (!isFounded) {
    console.log(`\n  Open http://localhost:${HOME_PORT + portOffset} to found your studio.`)
    if (!isLoopback) console.log(`  From another machine you need this code: ${setupCode}`)
  }
  if (isDemo)
    console.log(
      `\n  Demonstration: invented businesses. Look in at http://localhost:${HOME_PORT + portOffset}`,
    )
  else if (isWanted)
    console.log(
      '\n  This home holds a real studio, and stays it. For a demonstration, name another IZA_HOME.',
    )
  console.log(`\n  Ready in ${(tookMs / 1000).toFixed(1)} s. Stop with Ctrl-C.`)
}
