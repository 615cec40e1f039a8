#!/usr/bin/env node
// Plain JavaScript, so that it runs on whatever Node the machine has, and hands over to the pinned one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./iza.ts', import.meta.url))
const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import('./iza.ts')
} else if (existsSync(pinned)) {
  const { status } = spawnSync(pinned, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} else {
  console.error('IZA OS is not installed yet: run "npm start" once, then try again.')
  process.exitCode = 1
}
