import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom, newId, type Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { coverageOf, coverageSetting } from '#server/catalogue/access.ts'
import { declaredCatalogue } from '#server/all-modules.ts'
import { approvalSubject } from '#server/modules/approvals/index.ts'
import { businessSubject } from '#server/modules/businesses/index.ts'
import { entitySubject } from '#server/modules/entities/index.ts'
import { peopleWithGrants } from '#server/modules/identity/index.ts'
import { entrySubject } from '#server/modules/ledger/index.ts'
import { kpiSubject } from '#server/modules/kpis/index.ts'
import { runSubject } from '#server/modules/runs/index.ts'
import { addPerson, type TestGrant } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'
import { sees } from './sees.ts'
import { kindOf } from './subject-id.ts'
import { findCovered } from './subjects-queries.ts'

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const me = await call('identity.get-me', {}, machineKey)
const studioId = idFrom('studio', Object(me['studio']).id)
const records = await database.look()
const make = async (operation: string, input: object) =>
  String((await call(operation, input, machineKey))['id'])
const ours = await make('entities.create-entity', {
  name: 'Ours LLC',
  kind: 'LLC',
  jurisdiction: 'US-DE',
  functionalCurrency: 'USD',
})
const theirs = await make('entities.create-entity', { name: 'Theirs', kind: 'LLC', jurisdiction: 'US-DE' })
const category = await make('businesses.create-category', { name: 'Food' })
const bakery = await make('businesses.create-business', {
  name: 'Bakery',
  entityId: ours,
  categoryId: category,
})
const tannery = await make('businesses.create-business', { name: 'Tannery', entityId: theirs })
const kpi = await make('kpis.create-kpi', { name: 'Users', unit: 'count', cadence: 'month' })

const person = (role: TestGrant['role'], covers: string | null) =>
  addPerson(database.app, { studioId, grants: [{ role, covers }] })
const people = {
  all: await person('operator', null),
  ofOurs: await person('operator', ours),
  ofFood: await person('operator', category),
  ofTannery: await person('operator', tannery),
  readsBusinesses: await person({ permissions: ['businesses.read', 'subjects.read'] }, null),
}

async function run(personId: string | null, businessId: string | null): Promise<string> {
  const id = newId('run')
  await records.query(
    `insert into run (id, studio_id, program, title, input, status, requester_kind, requester_id, requester_name,
       person_id, business_id) values ($1, $2, 'a.b', 'A run', '{}', 'done', 'person', $3, 'Somebody', $4, $5)`,
    [id, studioId, personId ?? 'machine', personId, businessId],
  )
  return id
}

/** In the book of ours. */
async function entry(): Promise<string> {
  const bookId = await make('ledger.open-book', { entityId: ours, chart: 'us-gaap-llc' })
  const { items } = await call('ledger.list-accounts', { bookId, limit: 2 }, machineKey)
  const [first, second] = Object(items)
  const lines = [
    { accountId: first.id, debit: '1' },
    { accountId: second.id, credit: '1' },
  ]
  return make('ledger.post-entry', { bookId, effectiveOn: '2026-01-31', memo: 'Of ours', lines })
}

async function approval(operation: string, touches: string[], personId: string): Promise<string> {
  const id = newId('approval')
  await records.query(
    `insert into approval (id, studio_id, operation, sealed_input, shown_input, input_hash, touches, requester_kind,
       requester_id, requester_name, person_id, actor_id, door, held_because, held_roles, expires_at)
     values ($1, $2, $3, 'sealed', '{}', $4, $5, 'person', $6::text, 'Somebody', $6::text, $6::text, 'rest', 'rule', '{}', now() + interval '1 day')`,
    [id, studioId, operation, '0'.repeat(64), touches, personId],
  )
  return id
}

const KINDS = [businessSubject, entitySubject, kpiSubject, entrySubject, runSubject, approvalSubject]
const means = { kinds: KINDS, operations: () => declaredCatalogue().operations }

test('row-level security and what is said of others agree, for every kind of subject and every grant', async () => {
  const archive = 'businesses.archive-business'
  const subjects = [bakery, tannery, ours, theirs, kpi, await entry()]
  subjects.push(await run(null, null), await run(null, bakery), await run(people.ofTannery.personId, null))
  subjects.push(await approval(archive, [bakery], people.ofTannery.personId))
  subjects.push(await approval(archive, [bakery, tannery], people.all.personId))
  subjects.push(await approval(archive, [], people.ofOurs.personId))
  let seen = 0
  for (const { personId, token } of Object.values(people)) {
    const grants = await grantsOf(personId)
    for (const id of subjects) {
      const kind = kindOf(KINDS, id)
      ok(kind, id)
      const whole = await database.app.read({ studioId, coverage: '*' }, (tx) => findCovered(tx, kind, id))
      ok(whole, `${id} is not found by who covers all`)
      const said = sees(
        { grants, ids: [personId] },
        { subject: whole, kind, permission: 'subjects.read', ...means },
      )
      const coverage = coverageOf({ grants }, 'subjects.read')
      ok(coverage)
      const entrance = { studioId, personId, coverage: coverageSetting(coverage) }
      const found = await database.app.read(entrance, (tx) => findCovered(tx, kind, id))
      const isOpen = await opens(id, token)
      equal(isOpen, said, `${id} for ${personId}`)
      if (said) ok(found, `${id} is said to be open to ${personId}, and row-level security hides it`)
      // Lists over all subjects go by row-level security alone; approvals are left out of them.
      const isListed = found !== undefined && coverageOf({ grants }, kind.permission) !== undefined
      if (kind !== approvalSubject) equal(isListed, said, `${id} in lists for ${personId}`)
      if (said) seen++
    }
  }
  ok(seen > 20 && seen < 45, String(seen))
})

async function grantsOf(personId: Id<'person'>) {
  const found = await database.app.read({ studioId, coverage: '*' }, (tx) =>
    peopleWithGrants(tx, { ids: [personId] }),
  )
  return found[0]?.grants ?? []
}

async function opens(subjectId: string, token: string): Promise<boolean> {
  return call('subjects.list-timeline', { subjectId }, token).then(
    () => true,
    (error: unknown) => {
      ok(error instanceof Problem && error.code === 'catalogue.not-found', String(error))
      return false
    },
  )
}

const Page = z.object({
  items: z.array(z.looseObject({ type: z.string() })),
  nextCursor: z.string().nullable(),
  total: z.int(),
})
async function timeline(subjectId: string, token: string, more: object = {}) {
  return Page.parse(await call('subjects.list-timeline', { subjectId, ...more }, token))
}

test('the timeline tells who did what by which door, and why, the newest first', async () => {
  const input = { businessId: tannery, stage: 'closed', reason: 'Nobody took it up.' }
  await call('businesses.update-business', input, machineKey)
  const first = await timeline(tannery, people.ofTannery.token, { limit: 1 })
  const second = await timeline(tannery, people.ofTannery.token, { limit: 1, cursor: first.nextCursor })
  const [{ id: _id, at: _at, ...told } = { type: '' }] = first.items
  deepEqual(told, {
    type: 'businesses.business-updated',
    actor: { kind: 'machine', id: 'machine', name: 'This machine' },
    onBehalfOf: null,
    operation: 'businesses.update-business',
    door: 'test',
    before: { stage: 'idea' },
    after: { stage: 'closed', reason: 'Nobody took it up.' },
    reason: 'Nobody took it up.',
  })
  deepEqual(
    second.items.map(({ type }) => type),
    ['businesses.business-created'],
  )
  equal(second.nextCursor, null)
})

test('comments and files stand in the timeline of what they are about, for who may read them', async () => {
  await call('comments.add-comment', { subjectId: ours, body: 'The book?' }, people.ofOurs.token)
  const content = Buffer.from('The book').toString('base64')
  await call('attachments.attach-file', { subjectId: ours, name: 'book.txt', content }, people.ofOurs.token)
  const types = async (token: string, id = ours) => (await timeline(id, token)).items.map(({ type }) => type)
  deepEqual(await types(people.ofOurs.token), [
    'attachments.file-attached',
    'comments.comment-added',
    'entities.entity-created',
  ])
  await call('comments.add-comment', { subjectId: bakery, body: 'Bread?' }, people.ofOurs.token)
  deepEqual(await types(people.readsBusinesses.token, bakery), ['businesses.business-created'])
  await rejects(timeline(ours, people.ofTannery.token), /Nothing with the id/)
})

test('what one write changes in many stands in the timeline of each', async () => {
  const businessIds = [bakery, tannery]
  await call('businesses.archive-businesses', { businessIds }, machineKey)
  for (const id of businessIds) {
    const { items } = await timeline(id, people.all.token, { limit: 1 })
    deepEqual(
      items.map(({ type }) => type),
      ['businesses.business-archived'],
    )
  }
})
