import { ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { present } from '#kernel/assert.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { testRuns, waitFor } from '#server/runs/test-runs.ts'
import { addPerson, type TestGrant } from '#server/test-people.ts'
import { carryOut } from './carry-out.ts'

export const ARCHIVE = 'businesses.archive-business'

/** A studio with two owners, one entity, and a way to ask for what waits. The worker starts when a test says so. */
export async function testApprovals() {
  const way = await testRuns()
  const { call, database, studioId, machineKey, records, invoke } = way

  const person = (...grants: TestGrant[]) => addPerson(database.app, { studioId, grants })
  const owner = () => person({ role: 'owner', covers: null })
  const [first, second] = [await owner(), await owner()]
  const entity = await call(
    'entities.create-entity',
    { name: 'Held LLC', kind: 'LLC', jurisdiction: 'US-DE' },
    machineKey,
  )

  async function key(maker: string, isDraftsOnly: boolean, role = 'operator', covers: string | null = null) {
    const made = await call(
      'identity.create-api-key',
      { name: 'Key', grants: [{ role, covers }], isDraftsOnly },
      maker,
    )
    return { token: String(made['token']), id: String(Object(made['apiKey']).id) }
  }

  return {
    ...way,
    first,
    second,
    entityId: String(entity['id']),
    person,
    owner,
    key,
    async business(entityId = entity['id']): Promise<Id<'business'>> {
      const made = await call('businesses.create-business', { name: 'Held', entityId }, machineKey)
      return idFrom('business', String(made['id']))
    },
    /** Asks, and expects that it waits: the approval. */
    async asks(operation: string, input: unknown, token: string, idempotencyKey?: string) {
      const told = await problemOf(
        invoke({
          operation,
          input,
          credential: { token, isLocal: true },
          door: 'test',
          requestId: randomUUID(),
          idempotencyKey,
        }),
      )
      ok(told?.kind === 'held', `it did not wait: ${told?.message}`)
      return idFrom('approval', present(told.approvalId, 'an approval'))
    },
    async isArchived(businessId: string): Promise<boolean> {
      const { rows } = await records.query('select archived_at from business where id = $1', [businessId])
      return rows[0].archived_at !== null
    },
    /** Starts the worker that carries out what was accepted. */
    startWork: () => way.startWorking([carryOut]),
    untilApproval: (approvalId: Id<'approval'>, status: string) =>
      waitFor(async () => {
        const { rows } = await records.query('select * from approval where id = $1', [approvalId])
        return { isThere: rows[0].status === status, seen: rows[0] }
      }),
  }
}

/** The problem with which it was refused, or undefined where it was done. */
export async function problemOf(work: Promise<unknown>): Promise<Problem | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => {
      ok(error instanceof Problem, String(error))
      return error
    },
  )
}
