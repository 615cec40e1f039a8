import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { openDatabase } from '#server/database/database.ts'
import { createWay } from '#server/system.ts'

export interface KilledPostingSettings {
  app: pg.ClientConfig
  way: Parameters<typeof createWay>[1]
  machineKey: string
  callers: number
  bookId: string
  lines: object[]
  /** The first number that is posted; callers go on from there, each as quickly as it is answered. */
  from: number
}

/** Told to the parent when an entry is acknowledged, and not before. */
export interface Acknowledged {
  externalId: string
  entryId: string
}

/** A process that posts until it is killed. */
process.once('message', (given: KilledPostingSettings) => {
  const { app, way, machineKey, callers, bookId, lines } = given
  const { invoke } = createWay(openDatabase(app, 4), way)
  let next = given.from
  const post = async () => {
    for (;;) {
      const externalId = `post-${next++}`
      const { output } = await invoke({
        operation: 'ledger.post-entry',
        input: { bookId, effectiveOn: '2026-03-31', memo: 'Killed', externalId, lines },
        credential: { token: machineKey, isLocal: true },
        door: 'test',
        requestId: randomUUID(),
      })
      process.send?.({ externalId, entryId: String(output['id']) } satisfies Acknowledged)
    }
  }
  process.send?.('working')
  for (let caller = 0; caller < callers; caller++) void post()
})
