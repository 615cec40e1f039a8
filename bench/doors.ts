import { test } from 'node:test'
import { testDoorsSystem } from './doors-system.ts'
import { load, median } from './load.ts'
import { toolListCpuMs } from './tool-list-cpu.ts'

/**
 * What a door costs beside another, on one process over loopback: `node bench/doors.ts`. Runs alternate within a
 * minute, because this machine is never the same twice; what counts is the ratio to REST.
 */
const ROUNDS = 3
const SECONDS = 3
const CONNECTIONS = 10

test('the doors beside one another', async () => {
  const { database: _database, ...runs } = await testDoorsSystem(20)
  const perSecond = new Map<string, number[]>()
  for (const request of Object.values(runs)) await load(request, { seconds: 2, connections: CONNECTIONS })
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, request] of Object.entries(runs)) {
      perSecond.set(
        name,
        (perSecond.get(name) ?? []).concat(
          (await load(request, { seconds: SECONDS, connections: CONNECTIONS })).perSecond,
        ),
      )
    }
  }
  const control = median(perSecond.get('rest') ?? [])
  for (const [name, figures] of perSecond) {
    const figure = median(figures)
    console.log(
      `${name.padEnd(10)} ${figure.toFixed(0).padStart(6)}/s  ${(figure / control).toFixed(2)} of rest`,
    )
  }
})

test('the CPU time of tools/list', async () => {
  for (const [title, ms] of Object.entries(await toolListCpuMs()))
    console.log(`${title}: ${ms.toFixed(2)} ms`)
})
