import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { testLedger } from '#server/modules/ledger/test-ledger.ts'
import { addPerson } from '#server/test-people.ts'

const way = await testLedger()
const { act, ours, theirs } = way
const RULE = 'closing.behind'
const found = async (token?: string) => {
  const { items } = await act('exceptions.list-exceptions', { rule: RULE, limit: 200 }, token)
  return Object(items)
    .map(({ subjectId, says }: Record<string, unknown>) => ({ subjectId, says }))
    .toSorted((a: { subjectId: string }, b: { subjectId: string }) => (a.subjectId < b.subjectId ? -1 : 1))
}
const softly = (bookIds: string[], month = '2026-01') =>
  act('closing.close-period', { bookIds, month, kind: 'soft' })
const books = (all: { subjectId: string }[]) => all.map(({ subjectId }) => subjectId)
const withEntry = async (name: string) => {
  const book = await way.open(await way.entity(name))
  await book.post(book.lines(['1010', 5], ['3010', -5]), { effectiveOn: '2026-01-10' })
  return book.bookId
}

test('nothing is said before the others are through, then the one that is not, and nothing to who sees less', async () => {
  const [one, two, late] = [
    await withEntry('One LLC'),
    await withEntry('Two LLC'),
    await withEntry('Late LLC'),
  ]
  deepEqual(await found(), [])
  await softly([one])
  deepEqual(await found(), [], 'two of three are open: nobody holds anything back')
  await softly([two])
  const [told, ...more] = await found()
  deepEqual([told.subjectId, more], [late, []])
  match(told.says, /"Late LLC" is open for 2026-01, .* no month of it is closed/)
  const { token } = await addPerson(way.database.app, {
    studioId: way.studioId,
    grants: [{ role: 'finance', covers: ours.entityId }],
  })
  deepEqual(await found(token), [])
  // Books without an entry have nothing to close.
  equal([ours.bookId, theirs.bookId].includes(told.subjectId), false)
  await softly([late], '2025-12')
  match((await found())[0].says, /it is closed to 2025-12/)
  await softly([late])
  deepEqual(await found(), [])
})

test('of many at most a tenth is told', async () => {
  const more: string[] = []
  for (let at = 0; at < 17; at++) more.push(await withEntry(`Many ${at} LLC`))
  // Of twenty books two may be open, and with three nobody is told of.
  await softly(more.slice(3))
  deepEqual(await found(), [])
  await softly(more.slice(2))
  deepEqual(books(await found()), more.slice(0, 2).toSorted())
})
