import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { idFrom } from '#kernel/ids.ts'
import { LANGUAGES } from '#kernel/languages.ts'
import { Problem } from '#kernel/problem.ts'
import { declaredCatalogue } from './all-modules.ts'
import type { Operation } from './catalogue/operation.ts'
import { createWay } from './system.ts'
import { testActors, testRequest } from './test-actors.ts'
import { caller, testSystem } from './test-system.ts'

/** What is written in books, or beside them, is told in a sentence to whoever decides on it: a new operation is covered by existing. */
const OF_BOOKS = new Set(['ledger', 'closing', 'group', 'statements', 'migration'])
/** Rates are of the studio and of no book. */
const OF_NO_BOOK = 'ledger.record-rates'
/** Ids and what code makes of a value that it lacks. */
const NO_WORDS = /undefined|null|\[object|NaN|\b[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}\b/

const Approval = z.object({
  says: z.string().nullable(),
  touches: z.string().array(),
  preview: z.object({ total: z.int() }),
})

const writes = declaredCatalogue().operations.filter(
  ({ module, effect, isNeverHeld }) => OF_BOOKS.has(module) && effect !== 'read' && !isNeverHeld,
)
const { database, machineKey, settings } = await testSystem({ isFounded: true })
const { invoke } = createWay(database.app, settings)
const call = caller(invoke)
const records = await database.look()
const studioId = idFrom('studio', Object((await call('identity.get-me', {}, machineKey))['studio']).id)
const { actorFor, examplesOf } = await testActors({ invoke, machineKey, records, studioId })
const grants = [{ role: 'finance', covers: null }]
const drafts = await call(
  'identity.create-api-key',
  { name: 'Drafts', grants, isDraftsOnly: true },
  machineKey,
)

test('every write of books tells of one that waits', () => {
  ok(writes.length > 25, `only ${writes.length} were found`)
  const silent = writes.filter(({ isToldWhenHeld }) => !isToldWhenHeld).map(({ name }) => name)
  deepEqual(silent, [])
})

for (const operation of writes.filter(({ isToldWhenHeld }) => isToldWhenHeld))
  test(`${operation.name} tells what would be done, and in whose books, in every language`, async () => {
    for (const input of await examplesOf(operation, await actorFor(operation))) {
      const approvalId = await asked(operation, input)
      const entities: string[] = []
      for (const language of LANGUAGES) {
        const { says, touches, preview } = await told(approvalId, language)
        // An import that only tells how it would go does nothing that somebody could be told of.
        if (preview.total === 0 && says === null) continue
        ok(says !== null, `nothing is told of ${JSON.stringify(input)}`)
        ok(says.length <= 1000, says)
        doesNotMatch(says, NO_WORDS)
        entities.push(...touches.filter((id) => id.startsWith('ent_')))
        ok(entities.length > 0 || operation.name === OF_NO_BOOK, `${says} touches no entity`)
        for (const name of await namesOf(entities)) ok(says.includes(name), `${says} does not name ${name}`)
      }
    }
  })

async function asked(operation: Operation, input: unknown): Promise<string> {
  const held = await invoke(testRequest(operation, input, String(drafts['token']))).catch(
    (error: unknown) => error,
  )
  ok(held instanceof Problem && held.kind === 'held', `${operation.name} did not wait: ${String(held)}`)
  return present(held.approvalId, 'what it waits for')
}

async function told(approvalId: string, language: (typeof LANGUAGES)[number]) {
  const request = testRequest({ name: 'approvals.get-approval' }, { approvalId }, machineKey)
  const { output } = await invoke({ ...request, language })
  return Approval.parse(output)
}

/** As many as a sentence names. */
async function namesOf(entityIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(entityIds)]
  const { rows } = await records.query('select name from entity where id = any ($1)', [ids])
  equal(rows.length, ids.length)
  return ids.length > 3 ? [] : rows.map(({ name }) => name)
}
