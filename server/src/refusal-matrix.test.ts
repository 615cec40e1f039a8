import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom, type Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import type { Operation } from './catalogue/operation.ts'
import { declaredCatalogue } from './all-modules.ts'
import { createWay } from './system.ts'
import { testActors, testRequest } from './test-actors.ts'
import { addPerson, addStudio, type TestGrant } from './test-people.ts'
import { caller, testSystem } from './test-system.ts'

/** Every operation × everybody who must not: without a hole, for a cell that was not tried fails the last test. */
const { database, machineKey, settings } = await testSystem({ isFounded: true })
const { invoke } = createWay(database.app, settings)
const call = caller(invoke)
const records = await database.look()
const me = await call('identity.get-me', {}, machineKey)
const studioId = idFrom('studio', Object(me['studio']).id)
const operations = declaredCatalogue().operations.filter(({ scope }) => scope !== 'public')
const everyPermission = [...new Set(operations.map(({ permission }) => permission))]
const { actorFor, examplesOf } = await testActors({ invoke, machineKey, records, studioId })

/** What the narrow grants cover: nothing of this is ever named in an example. */
const elsewhere = {
  entity: await call(
    'entities.create-entity',
    { name: 'Elsewhere LLC', kind: 'LLC', jurisdiction: 'US-DE' },
    machineKey,
  ),
  category: await call('businesses.create-category', { name: 'Elsewhere' }, machineKey),
}
const elsewhereBusiness = await call(
  'businesses.create-business',
  { name: 'Elsewhere', entityId: elsewhere.entity['id'] },
  machineKey,
)

type Expected = 'refused' | 'shows nothing' | 'own affairs'

interface Column {
  who: string
  token(operation: Operation): Promise<string | undefined>
  codes: readonly string[]
  /** What one's own affairs are to this column: open to whoever is signed in, or closed with the rest. */
  ownAffairs: Expected
}

async function person(
  grants: TestGrant[],
  studio: Id<'studio'> = studioId,
  hasSecondFactor = true,
): Promise<string> {
  return (await addPerson(database.app, { studioId: studio, grants, hasSecondFactor })).token
}

const otherStudioId = await addStudio(database.app)
const OUTSIDE = [
  'catalogue.permission-missing',
  'catalogue.not-found',
  'businesses.unknown-entity',
  'businesses.outside-grants',
  'businesses.rows-have-errors',
  'runs.run-not-found',
  'imports.has-errors',
  'kpis.kpi-not-found',
  'kpis.value-not-found',
  'group.unknown-entity',
  'group.consolidation-not-found',
  'ledger.book-not-found',
  'ledger.account-not-found',
  'ledger.entry-not-found',
  'ledger.draft-not-found',
  'ledger.pending-not-found',
  'closing.schedule-not-found',
  'migration.import-not-found',
  'migration.does-not-tie-out',
]
const narrow = (id: unknown) => person([{ role: 'owner', covers: String(id) }])
const WITHOUT_FACTOR = 'owner without the second factor'
const COLUMNS: Column[] = [
  {
    who: 'no login',
    token: async () => undefined,
    codes: ['catalogue.sign-in-needed'],
    ownAffairs: 'refused',
  },
  { who: 'expired', token: expiredSession, codes: ['catalogue.credential-ended'], ownAffairs: 'refused' },
  { who: 'revoked', token: revokedSession, codes: ['catalogue.credential-ended'], ownAffairs: 'refused' },
  { who: 'lower role', token: lowerRole, codes: ['catalogue.permission-missing'], ownAffairs: 'refused' },
  {
    who: 'other studio',
    token: () => person([{ role: 'owner', covers: null }], otherStudioId),
    codes: [...OUTSIDE, 'businesses.unknown-category'],
    ownAffairs: 'own affairs',
  },
  {
    who: 'grant on another entity',
    token: () => narrow(elsewhere.entity['id']),
    codes: OUTSIDE,
    ownAffairs: 'own affairs',
  },
  {
    who: 'grant on another category',
    token: () => narrow(elsewhere.category['id']),
    codes: OUTSIDE,
    ownAffairs: 'own affairs',
  },
  {
    who: 'grant on another business',
    token: () => narrow(elsewhereBusiness['id']),
    codes: OUTSIDE,
    ownAffairs: 'own affairs',
  },
  {
    who: WITHOUT_FACTOR,
    token: () => person([{ role: 'owner', covers: null }], studioId, false),
    codes: ['catalogue.second-factor-needed'],
    ownAffairs: 'own affairs',
  },
]

async function expiredSession(): Promise<string> {
  const token = await person([{ role: 'owner', covers: null }])
  await records.query(
    `update session set expires_at = now() - interval '1 second' where id = (select max(id) from session)`,
  )
  return token
}

async function revokedSession(): Promise<string> {
  const token = await person([{ role: 'owner', covers: null }])
  await call('identity.get-me', {}, token)
  await call('identity.sign-out', {}, token)
  return token
}

async function lowerRole({ permission }: Operation): Promise<string> {
  return person([
    { role: { permissions: everyPermission.filter((other) => other !== permission) }, covers: null },
  ])
}

/** Own affairs that send something out of the house wait for the second factor as everything else does. */
const REACHES_OUT = new Set(['set', 'try', 'remove'].map((verb) => `notifications.${verb}-own-webhook`))

/** Whoever covers something else may list, and finds nothing of ours. Everything else is refused. */
function expected(operation: Operation, { who, ownAffairs }: Column): Expected {
  const isReachingOut = who === WITHOUT_FACTOR && REACHES_OUT.has(operation.name)
  if (operation.permission === 'identity.use-own' && !isReachingOut) return ownAffairs
  const isNarrow = who === 'other studio' || who.startsWith('grant on another')
  if (isNarrow && operation.effect === 'read' && operation.scope === 'covered') return 'shows nothing'
  // An owner of another studio may do there what they like; only what names ours is refused.
  return who === 'other studio' && operation.scope === 'studio' ? 'shows nothing' : 'refused'
}

let tried = 0

for (const operation of operations) {
  test(`${operation.name} is closed to everybody who must not`, async () => {
    const actor = await actorFor(operation)
    for (const column of COLUMNS) {
      const [input] = await examplesOf(operation, actor)
      const before = await changes()
      const token = await column.token(operation)
      const answer = await invoke(testRequest(operation, input, token)).then(
        ({ output }) => ({ code: undefined, text: JSON.stringify(output) }),
        (error: unknown) => ({ code: error instanceof Problem ? error.code : String(error), text: '' }),
      )
      await expects(expected(operation, column), { operation, column, input, answer, before })
      tried++
    }
  })
}

test('no cell of the matrix was left out', () => {
  equal(tried, operations.length * COLUMNS.length)
  ok(COLUMNS.length === 9 && operations.length > 30)
})

async function expects(
  wanted: Expected,
  given: {
    operation: Operation
    column: Column
    input: unknown
    answer: { code: string | undefined; text: string }
    before: string
  },
): Promise<void> {
  const { column, answer, before, operation, input } = given
  const cell = `${operation.name} × ${column.who}: ${answer.code ?? answer.text}`
  if (wanted === 'refused') {
    ok(answer.code !== undefined && column.codes.includes(answer.code), cell)
    equal(await changes(), before, `${cell} changed something`)
    return
  }
  const named = (JSON.stringify(input).match(/[a-z]{3}_[0-9a-z]{26}/g) ?? []).filter(
    (id) => !id.startsWith('stu_'),
  )
  if (wanted === 'shows nothing') {
    const ours = await idsOfOurs()
    deepEqual(
      ours.filter((id) => answer.text.includes(id)),
      [],
      cell,
    )
    if (operation.effect !== 'read' && named.length > 0) ok(answer.code !== undefined, cell)
  } else if (answer.code !== undefined) {
    // One's own affairs are open, but not with what belongs to somebody else.
    ok(!['catalogue.permission-missing', 'catalogue.second-factor-needed'].includes(answer.code), cell)
  }
}

/** Every done line of the record: a refusal adds none. */
async function changes(): Promise<string> {
  const { rows } = await records.query(`select count(*)::text as count from audit_line where outcome = 'done'
    and operation not in ('identity.sign-out')`)
  return rows[0].count
}

/** Ids of ours that neither the narrow grants nor the other studio cover. */
async function idsOfOurs(): Promise<string[]> {
  const { rows } = await records.query(
    `select id from business where studio_id = $1 and id <> $2 union all select id from entity where studio_id = $1 and id <> $3
     union all select id from invitation where studio_id = $1 union all select id from api_key where studio_id = $1
     union all select id from run where studio_id = $1 union all select id from approval where studio_id = $1
     union all select person_id from membership where studio_id = $1`,
    [studioId, elsewhereBusiness['id'], elsewhere.entity['id']],
  )
  return rows.map(({ id }) => id)
}
