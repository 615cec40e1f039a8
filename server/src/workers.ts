import cluster, { type Worker } from 'node:cluster'
import { z } from 'zod'
import { gatherForWorkers, gatherThroughFirst } from './gather-reports.ts'
import { openSystem, type System, type SystemSettings } from './system.ts'

const FORCED_END_MS = 20_000

const Opened = z.object({
  type: z.literal('opened'),
  ports: z.array(z.int()),
  isFounded: z.boolean(),
  isDemo: z.boolean(),
})

/**
 * `IZA_PROCESSES=n`: this process keeps the database and the lock, n workers serve the same ports. One that dies is
 * replaced; the settings travel by message, so that no password stands in an environment.
 */
export async function superviseWorkers(
  settings: SystemSettings,
  count: number,
  say: (line: string) => void,
): Promise<System> {
  let isClosing = false
  cluster.setupPrimary({ exec: new URL('worker.ts', import.meta.url).pathname })
  gatherForWorkers(count)
  const numbers = new Map<number, number>()
  const begin = (processNumber: number) => {
    const worker = cluster.fork()
    numbers.set(worker.id, processNumber)
    worker.once('online', () =>
      worker.send({ ...settings, processNumber, logFile: logFileOf(settings, processNumber) }),
    )
    return worker
  }
  const workers = Array.from({ length: count }, (_nothing, at) => begin(at))
  cluster.on('exit', (worker, code, signal) => {
    if (isClosing) return
    say(`Worker ${worker.process.pid} ended (${signal ?? code}); another takes its place`)
    // Whoever takes its place has its number, so that figures and logs go on where they ended.
    begin(numbers.get(worker.id) ?? 0)
    numbers.delete(worker.id)
  })
  const opened = await Promise.all(workers.map(whenOpen))
  const [first] = opened
  return {
    ports: first?.ports ?? [],
    isFounded: first?.isFounded ?? false,
    isDemo: first?.isDemo ?? false,
    async close() {
      isClosing = true
      await Promise.all(
        Object.values(cluster.workers ?? {}).flatMap((worker) => (worker ? [end(worker)] : [])),
      )
    },
  }
}

/** A file is written, and renamed when it is full, by one process only: `iza-1.log`. */
function logFileOf({ logFile }: SystemSettings, processNumber: number): string | undefined {
  return logFile?.replace(/(?=\.log$)/, `-${processNumber}`)
}

/** What a worker does: serves with the settings that it is sent, until it is told to end. */
export function work(): void {
  process.once('message', (settings: SystemSettings) => {
    openSystem(settings, (line) => console.log(`  ${line}`), gatherThroughFirst).then(
      (system) => {
        process.once('SIGTERM', () => void system.close().then(() => process.exit(0)))
        const { ports, isFounded, isDemo } = system
        process.send?.({ type: 'opened', ports, isFounded, isDemo })
      },
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  process.on('SIGINT', () => {}) // Ctrl-C reaches the whole group; the first process tells us when to end
}

function whenOpen(worker: Worker): Promise<z.output<typeof Opened>> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message) => {
      const opened = Opened.safeParse(message)
      if (opened.success) resolve(opened.data)
    })
    worker.once('exit', () => reject(new Error('a worker ended before it served')))
  })
}

function end(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const forced = setTimeout(() => worker.process.kill('SIGKILL'), FORCED_END_MS)
    worker.once('exit', () => {
      clearTimeout(forced)
      resolve()
    })
    worker.process.kill('SIGTERM')
  })
}
