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
  /** At once, or reserved first; then every third reservation is let go. */
  how: 'post' | 'reserve'
  /** The first number that is posted; callers go on from there, each as quickly as it is answered. */
  from: number
}

/** Told to the parent when it is acknowledged, and not before. */
export interface Acknowledged {
  externalId: string
  /** Of an entry, or of a reservation that came to that. */
  id: string
  state: 'posted' | 'reserved' | 'voided'
}

/** A process that posts until it is killed. */
process.once('message', (given: KilledPostingSettings) => {
  const { app, way, machineKey, callers, bookId, lines, how } = given
  const { invoke } = createWay(openDatabase(app, 4), way)
  let next = given.from
  const act = async (operation: string, input: Record<string, unknown>) => {
    const credential = { token: machineKey, isLocal: true }
    return (await invoke({ operation, input, credential, door: 'test', requestId: randomUUID() })).output
  }
  const work = async () => {
    for (;;) {
      const number = next++
      const externalId = `post-${number}`
      const entry = { bookId, effectiveOn: '2026-03-31', memo: 'Killed', externalId, lines }
      if (how === 'post') {
        const { id } = await act('ledger.post-entry', entry)
        tell({ externalId, id: String(id), state: 'posted' })
        continue
      }
      const { id: pendingId } = await act('ledger.reserve-entry', entry)
      tell({ externalId, id: String(pendingId), state: 'reserved' })
      const state = number % 3 === 0 ? 'voided' : 'posted'
      const { id } = await act(`ledger.${state === 'voided' ? 'void' : 'post'}-pending`, { pendingId })
      tell({ externalId, id: String(id), state })
    }
  }
  process.send?.('working')
  for (let caller = 0; caller < callers; caller++) void work()
})

function tell(told: Acknowledged): void {
  process.send?.(told)
}
