import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import { problemOf, testApprovals } from '../approvals/test-approvals.ts'
import { booksIn } from '../ledger/test-ledger.ts'

const way = await testApprovals()
const { asks, call, first, second, machineKey, person } = way
const { business, entity, open, ours, theirs } = await booksIn(way)

const Page = z.object({
  items: z.array(
    z.object({
      subjectId: z.string(),
      opens: z.boolean(),
      business: z.object({ id: z.string(), opens: z.boolean() }).nullable(),
    }),
  ),
})

async function rowsOf(rule: string, token: string) {
  return Page.parse(await call('exceptions.list-exceptions', { rule, limit: 200 }, token)).items
}
const readers = (role: 'analyst' | 'auditor' | 'finance' | 'operator', covers: string | null = null) =>
  person({ role, covers })
const reads = async (work: Promise<unknown>) => (await problemOf(work)) === undefined
const withEntry = async (name: string) => {
  const book = await open(await entity(name))
  await book.post(book.lines(['1010', 5], ['3010', -5]), { effectiveOn: '2026-01-10' })
  return book.bookId
}
const names = (covers: string) => ({ role: { permissions: ['businesses.read'] }, covers })

test('what waits in a book opens for who may do it or asked for it, and for nobody who would not find it', async () => {
  const drafts = await way.key(second.token, true, 'finance')
  const entry = ours.entry(ours.lines(['1010', '10'], ['3010', '-10']))
  const approvalId = await asks('ledger.post-entry', entry, drafts.token)
  const told: [string, { token: string }, boolean | undefined][] = [
    ['an analyst', await readers('analyst'), false],
    ['an auditor', await readers('auditor'), false],
    ['an operator', await readers('operator'), false],
    ['an analyst of the entity', await readers('analyst', ours.entityId), false],
    ['finance', await readers('finance'), true],
    ['finance of the entity', await readers('finance', ours.entityId), true],
    ['finance of another entity', await readers('finance', theirs.entityId), undefined],
    ['an owner', first, true],
    ['whose key asked', second, true],
    ['the key itself', drafts, true],
  ]
  for (const [who, { token }, opens] of told) {
    const [row] = await rowsOf('ledger.entries-waiting', token)
    equal(row?.opens, opens, who)
    equal(await reads(call('approvals.get-approval', { approvalId }, token)), opens ?? false, who)
  }
})

test('who asked for it follows it also where they may not do it any more', async () => {
  const asker = await readers('finance')
  await call('ledger.set-manual-limit', { bookId: ours.bookId, limit: '5' }, first.token)
  const approvalId = await asks(
    'ledger.post-entry',
    ours.entry(ours.lines(['1010', '20'], ['3010', '-20'])),
    asker.token,
  )
  const reader = { personId: asker.personId, grants: [{ role: 'analyst', covers: null }] }
  await call('identity.set-person-grants', reader, first.token)
  const rows = await rowsOf('ledger.entries-waiting', asker.token)
  deepEqual(
    rows.filter(({ opens }) => opens).map(({ subjectId }) => subjectId),
    [approvalId],
  )
  equal(await reads(call('approvals.get-approval', { approvalId }, asker.token)), true)
})

test('a book that holds back the close opens for an analyst too: its months are read as its row is', async () => {
  const [one, two, late] = [
    await withEntry('One LLC'),
    await withEntry('Two LLC'),
    await withEntry('Late LLC'),
  ]
  const months = { month: '2026-01', kind: 'soft' }
  await call('closing.close-period', { ...months, bookIds: [one, two] }, machineKey)
  const { token } = await readers('analyst')
  deepEqual(
    (await rowsOf('closing.behind', token)).map(({ subjectId, opens }) => ({ subjectId, opens })),
    [{ subjectId: late, opens: true }],
  )
  equal(await reads(call('closing.list-board', { ids: [late], month: '2026-01' }, token)), true)
})

test('a business opens for who may read it, whatever else of it they read', async () => {
  const shops = [await business(ours.entityId, 'Shop'), await business(theirs.entityId, 'Other shop')]
  const given = { name: 'Revenue', unit: 'money', currency: 'EUR', tolerancePercent: 1 }
  const { id: kpiId } = await call('kpis.create-kpi', given, machineKey)
  const period = lastEndedBefore('month', today()).name
  const values = (value: string, more: object = {}) =>
    shops.map((businessId) => Object.assign({ businessId, kpiId, period, value }, more))
  await call('kpis.record-values', { values: values('100') }, machineKey)
  await call('kpis.record-measured-values', { values: values('50', { source: 'Stripe' }) }, machineKey)
  const figures = { role: { permissions: ['exceptions.read', 'kpis.read'] }, covers: null }
  for (const [{ token }, opens] of [
    [await readers('analyst'), [true, true]],
    [await person(figures), [false, false]],
    [await person(figures, names(ours.entityId)), [true, false]],
    [await person(figures, names(shops[1] ?? '')), [false, true]],
  ] as const) {
    const rows = await rowsOf('kpis.contradictions', token)
    const openIds = new Map(rows.map((row) => [row.business?.id, row.business?.opens]))
    deepEqual(
      shops.map((id) => openIds.get(id)),
      opens,
    )
    const found = await Promise.all(
      shops.map((businessId) => reads(call('businesses.get-business', { businessId }, token))),
    )
    deepEqual(found, opens)
  }
})
