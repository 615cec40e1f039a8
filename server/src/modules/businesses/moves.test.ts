import { today } from '#kernel/periods.ts'
import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { idFrom, newId } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'
import { STAGE_TRANSITIONS, Stage, canMove } from './business-states.ts'

const { database, machineKey, call, catalogue } = await testWay()
await call('identity.found-studio', OWNER)
const records = await database.look()
const studioId = idFrom('studio', Object((await call('identity.get-me', {}, machineKey))['studio']).id)
const [holding, other] = [await entity('Holding LLC'), await entity('Other LLC')]
const grace = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: null }] })

async function entity(name: string): Promise<string> {
  const input = { name, kind: 'LLC', jurisdiction: 'US-DE' }
  return String((await call('entities.create-entity', input, machineKey))['id'])
}

async function business(given: object = {}): Promise<string> {
  const input = { name: 'Lovelace', entityId: holding, effectiveOn: '2024-01-01', ...given }
  return String((await call('businesses.create-business', input, machineKey))['id'])
}

const update = (input: object, token = machineKey) => call('businesses.update-business', input, token)
const read = (businessId: string) => call('businesses.get-business', { businessId }, machineKey)

const Moves = z.array(
  z.object({
    attribute: z.string(),
    from: z.object({ id: z.string() }).nullable(),
    to: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    effectiveOn: z.string(),
    evidence: z.string(),
    reason: z.string(),
    decidedBy: z.object({ kind: z.string(), name: z.string().nullable() }),
    withdrawnAt: z.string().nullable(),
  }),
)

async function history(businessId: string, attribute?: string) {
  const { items } = await call('businesses.list-moves', { businessId, attribute }, machineKey)
  return Moves.parse(items)
}

async function stages(businessId: string) {
  const moves = await history(businessId, 'stage')
  return moves.map(({ from, to, effectiveOn, withdrawnAt }) =>
    [effectiveOn, from?.id, to?.id, withdrawnAt ? 'withdrawn' : undefined].filter(Boolean).join(' '),
  )
}

test('a new business begins its history with what it is, and knows its owner', async () => {
  const businessId = await business({ ownerId: grace.personId })
  const { owner, stageSince, daysInStage } = await read(businessId)
  const days = Math.round((Date.parse(today()) - Date.parse('2024-01-01')) / 86_400_000)
  deepEqual(
    { owner: Object(owner).id, stageSince, daysInStage },
    { owner: grace.personId, stageSince: '2024-01-01', daysInStage: days },
  )
  const moves = await history(businessId)
  deepEqual(
    new Set(moves.map(({ attribute, from, to }) => `${attribute} ${from?.id} ${to?.id}`)),
    new Set([`entity undefined ${holding}`, `owner undefined ${grace.personId}`, 'stage undefined idea']),
  )
})

test('a move keeps its day, who decided it and why; one of an earlier day changes the past alone', async () => {
  const businessId = await business({ stage: 'launched' })
  await update({
    businessId,
    stage: 'growing',
    effectiveOn: '2025-06-01',
    evidence: 'MRR of 20,000',
    reason: 'Traction',
  })
  await update({ businessId, entityId: other, effectiveOn: '2024-05-05' })
  const moved = await update({ businessId, stage: 'solution', effectiveOn: '2024-03-01' }).catch(
    ({ code }: { code: string }) => code,
  )
  equal(moved, 'businesses.no-such-stage-move')
  await update({ businessId, stage: 'growing', effectiveOn: '2024-09-01' })
  deepEqual(await stages(businessId), [
    '2025-06-01 growing growing',
    '2024-09-01 launched growing',
    '2024-01-01 launched',
  ])
  const { stage, stageSince, revision, entity: now } = await read(businessId)
  deepEqual(
    { stage, stageSince, revision, entity: Object(now).id },
    { stage: 'growing', stageSince: '2024-09-01', revision: 4, entity: other },
  )
  const [last] = await history(businessId, 'stage')
  deepEqual(
    [last?.evidence, last?.reason, last?.decidedBy],
    ['MRR of 20,000', 'Traction', { kind: 'machine', name: 'This machine' }],
  )
})

test('days to come, days before its first and people of nowhere are refused', async () => {
  const businessId = await business()
  const codes = await Promise.all(
    [
      { stage: 'validation', effectiveOn: '2199-01-01' },
      { stage: 'validation', effectiveOn: '2023-12-31' },
      { stage: 'validation', effectiveOn: '0000-01-01' },
      { ownerId: newId('person') },
    ].map((given) =>
      update({ businessId, ...given }).then(
        () => 'done',
        ({ code }: { code: string }) => code,
      ),
    ),
  )
  deepEqual(codes, [
    'businesses.day-to-come',
    'businesses.before-it-began',
    'catalogue.invalid-input',
    'businesses.unknown-owner',
  ])
  await rejects(business({ effectiveOn: '2199-01-01' }), { code: 'businesses.day-to-come' })
  await rejects(business({ ownerId: newId('person') }), { code: 'businesses.unknown-owner' })
})

test('an undo takes the moves back, in sight of all; doing it again moves anew', async () => {
  const businessId = await business({ stage: 'launched' })
  const before = await read(businessId)
  const operation = catalogue.get('businesses.update-business')
  const input = { businessId, stage: 'exited', ownerId: grace.personId, name: 'Sold' }
  const undo = present(operation.undo(operation.prepare(input), await update(input)), 'an undo')
  const redo = present(
    operation.undo(operation.prepare(undo.input), await call(undo.operation, undo.input, machineKey)),
    'a way forth',
  )
  const { revision: _was, updatedAt: _at, ...shown } = await read(businessId)
  deepEqual(shown, Object.fromEntries(Object.entries(before).filter(([name]) => name in shown)))
  deepEqual(await stages(businessId), [`${today()} launched exited withdrawn`, '2024-01-01 launched'])
  await call(redo.operation, redo.input, machineKey)
  const { stage, owner, name } = await read(businessId)
  deepEqual([stage, Object(owner).id, name], ['exited', grace.personId, 'Sold'])
})

test('taking a move back is refused where the stages on both sides of it do not meet', async () => {
  const businessId = await business({ stage: 'launched' })
  await update({ businessId, stage: 'growing', effectiveOn: '2024-02-01' })
  await update({ businessId, stage: 'spun-out', effectiveOn: '2024-03-01' })
  await rejects(update({ businessId, takesBack: 2 }), { code: 'businesses.no-such-stage-move' })
})

test('whatever is moved, dated back and taken back: the present is the end of the history, along the table', async () => {
  const businessId = await business()
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2024-02-${String(date).padStart(2, '0')}`)
  const act = fc.oneof(
    fc.record({ stage: fc.constantFrom(...Stage.options), effectiveOn: day }),
    fc.record({ categoryId: fc.constant(null), entityId: fc.constantFrom(holding, other), effectiveOn: day }),
    fc.record({ takesBack: fc.integer({ min: 2, max: 60 }) }),
  )
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(act, async (given) => {
      outcomes.add(
        await update({ businessId, ...given }).then(
          () => 'done',
          ({ code }: { code: string }) => code,
        ),
      )
      const standing = (await history(businessId, 'stage')).filter(({ withdrawnAt }) => withdrawnAt === null)
      const chain = standing.map(({ to }) => Stage.parse(to?.id)).toReversed()
      equal((await read(businessId))['stage'], chain.at(-1))
      for (const [at, to] of chain.slice(1).entries()) equal(canMove(present(chain[at], 'a stage'), to), true)
    }),
    { numRuns: 80 },
  )
  deepEqual([...outcomes].sort(), ['businesses.no-such-stage-move', 'done'])
  equal(Object.keys(STAGE_TRANSITIONS).length, Stage.options.length)
})

test('the table itself refuses a present that its moves do not tell, and a history that is rewritten', async () => {
  const businessId = await business()
  const write = (text: string) =>
    database.app.write({ studioId, coverage: '*' }, (tx) => tx.prepared(text, [businessId]))
  await rejects(write(`update business set stage = 'closed' where id = $1`), /not what its latest moves say/)
  await rejects(
    write(`update business_move set withdrawn_at = now() where business_id = $1`),
    /not what its latest moves say/,
  )
  await rejects(
    write(`update business_move set stage = 'closed' where business_id = $1`),
    /permission denied/,
  )
  await rejects(write(`delete from business_move where business_id = $1`), /permission denied/)
})

test('the history is open to those whose grants cover the business, and to nobody else', async () => {
  const theirs = await business({ entityId: other })
  const { token } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'operator', covers: holding }],
  })
  await rejects(call('businesses.list-moves', { businessId: theirs }, token), { code: 'catalogue.not-found' })
  const ours = await business()
  await update({ businessId: ours, ownerId: grace.personId }, token)
  equal((await history(ours, 'owner')).length, 1)
  await rejects(update({ businessId: ours, entityId: other }, token), { code: 'businesses.unknown-entity' })
  const seen = await database.app.read({ studioId, coverage: `{${holding}}` }, (tx) =>
    tx.prepared('select from business_move where business_id = $1', [theirs]),
  )
  deepEqual(seen, [])
  const { rows } = await records.query('select count(*)::int from business_move where business_id = $1', [
    theirs,
  ])
  equal(rows[0].count, 2)
})

test('an old owner stays in the list when they left, and is found by name, group and filter', async () => {
  const { personId } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'analyst', covers: null }],
  })
  const businessId = await business({ ownerId: personId })
  await call('identity.end-membership', { personId }, machineKey)
  const { items } = await call('businesses.list-businesses', { ownerId: personId, sort: 'owner' }, machineKey)
  deepEqual(
    z
      .array(z.object({ id: z.string() }))
      .parse(items)
      .map(({ id }) => id),
    [businessId],
  )
  const { groups } = await call(
    'businesses.summarise-businesses',
    { by: 'owner', ownerId: personId },
    machineKey,
  )
  deepEqual(groups, [{ id: personId, name: Object((await read(businessId))['owner']).name, count: 1 }])
  await rejects(update({ businessId: await business(), ownerId: personId }), {
    code: 'businesses.unknown-owner',
  })
  const { items: owners } = await call('businesses.list-owners', {}, machineKey)
  equal(
    z
      .array(z.object({ id: z.string() }))
      .parse(owners)
      .some(({ id }) => id === personId),
    false,
  )
})
