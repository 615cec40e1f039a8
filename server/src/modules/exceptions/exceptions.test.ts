import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, call, machineKey } = await testWay()
const founded = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object(founded['studio']).id)

const Page = z.object({
  items: z.array(
    z.object({ rule: z.string(), says: z.string(), subjectId: z.string(), otherId: z.string().nullable() }),
  ),
  nextCursor: z.string().nullable(),
  total: z.number(),
})

async function make(operation: string, input: object): Promise<string> {
  return String((await call(operation, input, machineKey))['id'])
}

async function duplicates(input: object = {}, token = machineKey) {
  return Page.parse(
    await call('exceptions.list-exceptions', { rule: 'businesses.duplicates', ...input }, token),
  )
}

const [home = '', other = ''] = await Promise.all(
  ['Home LLC', 'Other LLC'].map((name) =>
    make('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US' }),
  ),
)
const business = (name: string, links: string[] = [], entityId = home) =>
  make('businesses.create-business', { name, entityId, links })
const first = await business('Nordlicht Möbel GmbH')
const spelt = await business('nord-licht  Moebel')
const linked = await business('Regal & Co', ['https://www.Nordlicht.example/'])
const sameLink = await business('Something else', ['http://nordlicht.example'])
const near = await business('Nordlicht Möbal')
await business('Nordwind Yachten')
await business('YC S09 Stealth - #24')
await business('YC S09 Stealth - #25')
await business('Abc')
await business('Abd')

test('names that are one but for accents, forms and a letter, and addresses in common, are found with the reason', async () => {
  const { items, total } = await duplicates()
  equal(total, 3)
  deepEqual(
    new Map(items.map(({ subjectId, otherId, says }) => [subjectId, { otherId, says }])),
    new Map([
      [
        spelt,
        {
          otherId: first,
          says: '"nord-licht  Moebel" and "Nordlicht Möbel GmbH" have the same name. Merge them, or mark them as distinct.',
        },
      ],
      [
        sameLink,
        {
          otherId: linked,
          says: '"Something else" and "Regal & Co" share a web address. Merge them, or mark them as distinct.',
        },
      ],
      [
        near,
        {
          otherId: first,
          says: '"Nordlicht Möbal" and "Nordlicht Möbel GmbH" have names that differ by a letter or two. Merge them, or mark them as distinct.',
        },
      ],
    ]),
  )
})

test('pages lead through all of them once, and the summary counts the same', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: z.output<typeof Page> = await duplicates({ limit: 1, ...(cursor && { cursor }) })
    seen.push(...page.items.map(({ subjectId }) => subjectId))
    cursor = page.nextCursor
  } while (cursor !== null)
  deepEqual(seen.toSorted(), [spelt, sameLink, near].toSorted())
  const summary = await call('exceptions.summarise-exceptions', {}, machineKey)
  const rules: { rule: string; count: number }[] = Object(summary['rules'])
  equal(rules.find(({ rule }) => rule === 'businesses.duplicates')?.count, 3)
})

test('a pair that was marked as distinct is told of no more, until that is taken back', async () => {
  await call(
    'businesses.mark-distinct',
    { businessId: linked, otherId: sameLink, reason: 'Two brands.' },
    machineKey,
  )
  equal((await duplicates()).total, 2)
  await call('businesses.unmark-distinct', { businessId: sameLink, otherId: linked }, machineKey)
  equal((await duplicates()).total, 3)
  await rejects(call('businesses.mark-distinct', { businessId: near, otherId: near }, machineKey), {
    code: 'businesses.same-business',
  })
})

test('what was archived is no duplicate', async () => {
  await call('businesses.archive-business', { businessId: near }, machineKey)
  deepEqual((await duplicates({ businessId: near })).total, 0)
  await call('businesses.restore-business', { businessId: near }, machineKey)
  deepEqual((await duplicates({ businessId: near })).total, 1)
})

test('whoever covers one entity learns nothing of the others, and a role that reads exceptions alone sees none', async () => {
  const theirs = await business('Regal & Co', [], other)
  equal((await duplicates({ businessId: theirs })).total, 1)
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: other }] })
  deepEqual(await duplicates({}, token), { items: [], nextCursor: null, total: 0 })
  const watcher = await addPerson(database.app, {
    studioId,
    grants: [{ role: { permissions: ['exceptions.read'] }, covers: null }],
  })
  deepEqual((await call('exceptions.summarise-exceptions', {}, watcher.token))['total'], 0)
})

test('a rule that does not exist is named, with those that do', async () => {
  await rejects(duplicates({ rule: 'businesses.nonsense' }), {
    code: 'exceptions.unknown-rule',
    message: /There is no rule "businesses.nonsense". The rules are businesses.duplicates/,
  })
})
