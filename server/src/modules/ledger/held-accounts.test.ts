import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { randomUUID } from 'node:crypto'
import type { Id } from '#kernel/ids.ts'
import { LANGUAGES } from '#kernel/languages.ts'
import { problemOf, testApprovals } from '../approvals/test-approvals.ts'
import { booksIn } from './test-ledger.ts'

const way = await testApprovals()
const { asks, call, first, invoke, second, person, entityId } = way
const { business, entity, ours, open } = await booksIn(way)
const { bookId } = ours
const drafts = await way.key(first.token, true, 'finance')
const asked = (operation: string, input: object) => asks(operation, input, drafts.token)
const post = (operation: string, input: object) => call(operation, input, first.token)

const trips = (count: number) =>
  Array.from({ length: count }, (_nothing, at) => ({
    code: `609${at}`,
    name: `Trip ${at}`,
    type: 'expense',
  }))

/** In English and in German. */
async function told(approvalId: Id<'approval'>): Promise<string[]> {
  const credential = { token: second.token, isLocal: true }
  const request = {
    operation: 'approvals.get-approval',
    input: { approvalId },
    credential,
    door: 'test',
  } as const
  const answers = await Promise.all(
    LANGUAGES.map((language) => invoke({ ...request, language, requestId: randomUUID() })),
  )
  return answers.map(({ output }) => String(output['says']))
}

test('a new account tells what it is, where it is shown and what must stay on it; of many the first ones are told', async () => {
  const bank = { code: '1012', name: 'Bank, euros', type: 'asset', role: 'cash', currency: 'EUR' }
  const made = await asked('ledger.create-account', { bookId, ...bank, isMonetary: true, floor: '0' })
  deepEqual(await told(made), [
    '1012 Bank, euros, an asset in EUR, shown under "Cash", never below 0.00 EUR, in the book of Holding LLC.',
    '1012 Bank, euros, Aktivkonto in EUR, ausgewiesen unter „Zahlungsmittel“, Mindestsaldo 0.00 EUR, im Buch von Holding LLC.',
  ])
  deepEqual(await told(await asked('ledger.create-accounts', { bookId, accounts: trips(5) })), [
    '5 accounts: 6090 Trip 0, 6091 Trip 1, 6092 Trip 2 and 2 more, in the book of Holding LLC.',
    '5 Konten: 6090 Trip 0, 6091 Trip 1, 6092 Trip 2 und 2 weitere, im Buch von Holding LLC.',
  ])
  deepEqual(await told(await asked('ledger.create-accounts', { bookId, accounts: trips(1) })), [
    '6090 Trip 0, an expense in USD, shown under "Operating expenses", in the book of Holding LLC.',
    '6090 Trip 0, Aufwand in USD, ausgewiesen unter „Betriebliche Aufwendungen“, im Buch von Holding LLC.',
  ])
})

test('an account that would be changed tells what it was, and what of it differs', async () => {
  const given = { bookId, code: '6190', name: 'Fairs', type: 'expense' }
  const { id: accountId } = await post('ledger.create-account', given)
  const whole = { accountId, code: '6191', name: 'Trade fairs', caption: 'marketing', floor: '-100' }
  deepEqual(await told(await asked('ledger.update-account', { ...whole, isArchived: true })), [
    '6190 Fairs: becomes "6191 Trade fairs"; shown under "Marketing" instead of "Operating expenses"; never below −100.00 USD, without a lowest balance now; taken out of use, in the book of Holding LLC.',
    '6190 Fairs: wird zu „6191 Trade fairs“; ausgewiesen unter „Marketing“ statt unter „Betriebliche Aufwendungen“; Mindestsaldo −100.00 USD, jetzt ohne; wird archiviert, im Buch von Holding LLC.',
  ])
  await post('ledger.update-account', { accountId, floor: '-5', isArchived: true })
  deepEqual(await told(await asked('ledger.update-account', { accountId, floor: '-5.00' })), [
    '6190 Fairs: nothing that differs, in the book of Holding LLC.',
    '6190 Fairs: nichts, was abweicht, im Buch von Holding LLC.',
  ])
  deepEqual(await told(await asked('ledger.update-account', { accountId, floor: null, isArchived: false })), [
    '6190 Fairs: without a lowest balance, which is −5.00 USD now; brought back into use, in the book of Holding LLC.',
    '6190 Fairs: ohne Mindestsaldo, der jetzt −5.00 USD beträgt; wird wieder verwendet, im Buch von Holding LLC.',
  ])
})

test('a book tells what it would begin with, and from when it would balance by business', async () => {
  const owner = await entity('Fresh LLC')
  deepEqual(await told(await asked('ledger.open-book', { entityId: owner, chart: 'none' })), [
    'For Fresh LLC in USD, on the accrual basis, fiscal year to 12-31, without a chart (0 accounts).',
    'Für Fresh LLC in USD, periodengerecht, Geschäftsjahr bis 31.12., ohne Kontenplan (0 Konten).',
  ])
  const shops = await open(owner)
  const shop = await business(owner, 'Shop')
  await shops.post(shops.lines(['1010', '50'], ['4010', '-50', { businessId: shop }]))
  const byBusiness = await asked('ledger.balance-by-business', { bookId: shops.bookId, from: '2026-04-01' })
  deepEqual(await told(byBusiness), [
    'From 2026-04-01 on and for good, with the account 3950 between businesses and 1 entry to even out, in the book of Fresh LLC.',
    'Ab dem 2026-04-01 und auf Dauer, mit dem Konto 3950 zwischen den Unternehmen und 1 Buchung zum Ausgleich, im Buch von Fresh LLC.',
  ])
})

test('drafts tell also what they lack, what they were before, and are put away by their names', async () => {
  const blank = await asked('ledger.save-draft', { bookId, lines: [{ accountId: ours.account('1010') }] })
  deepEqual(await told(blank), [
    'Without a memo: no amounts, in the book of Holding LLC.',
    'Ohne Buchungstext: keine Beträge, im Buch von Holding LLC.',
  ])
  const lines = ours.lines(['1010', '20'], ['3010', '-20'])
  const { id: draftId } = await post('ledger.save-draft', ours.entry(lines, { memo: 'Old' }))
  const anew = { draftId, revision: 1, memo: 'New', lines: lines.slice(0, 1) }
  deepEqual(await told(await asked('ledger.update-draft', anew)), [
    '"New": 20.00 USD, 1 line; before: "Old", 2 lines; in the book of Holding LLC.',
    '„New“: 20.00 USD, 1 Zeile; bisher: „Old“, 2 Zeilen; im Buch von Holding LLC.',
  ])
  const pending = await post('ledger.reserve-entry', ours.entry(lines, { memo: 'Held' }))
  for (const [operation, input, memo] of [
    ['ledger.void-draft', { draftId, revision: 1 }, 'Old'],
    ['ledger.void-pending', { pendingId: pending['id'] }, 'Held'],
  ] as const)
    deepEqual(await told(await asked(operation, input)), [
      `"${memo}": 20.00 USD on 2026-03-31, in the book of Holding LLC.`,
      `„${memo}“: 20.00 USD am 2026-03-31, im Buch von Holding LLC.`,
    ])
})

test('however much a draft holds, its sentence stays short', async () => {
  const lines = ['EUR', 'GBP', 'CHF', 'SEK', 'NOK'].map((currency) => ({ debit: '1.00', currency }))
  const [en = ''] = await told(await asked('ledger.save-draft', { bookId, memo: 'x'.repeat(400), lines }))
  equal(
    en,
    `"${'x'.repeat(200)}": 1.00 CHF + 1.00 EUR + 1.00 GBP and 2 more currencies, in the book of Holding LLC.`,
  )
})

test('a schedule, a mark and a budget tell what ends, what is taken back and which figures are set', async () => {
  const [sales, cash] = [ours.account('4010'), ours.account('1010')]
  const spread = {
    from: '2026-01-01',
    months: 12,
    dayOfMonth: 31,
    amount: '1200',
    isOverhead: true,
    memo: 'Year',
  }
  const accounts = { debitAccountId: cash, creditAccountId: sales }
  const made = await post('closing.create-schedule', {
    bookId,
    name: 'Subscription',
    spread: { ...spread, ...accounts },
  })
  const end = (endedOn: string) => ({ scheduleId: made['id'], endedOn })
  deepEqual(await told(await asked('closing.end-schedule', end('2026-06-30'))), [
    '"Subscription": nothing after 2026-06-30, now as planned, in the book of Holding LLC.',
    '„Subscription“: nach dem 2026-06-30 nichts mehr, jetzt wie geplant, im Buch von Holding LLC.',
  ])
  await post('closing.end-schedule', end('2026-06-30'))
  deepEqual(await told(await asked('closing.end-schedule', end('2026-05-31'))), [
    '"Subscription": nothing after 2026-05-31, now to 2026-06-30, in the book of Holding LLC.',
    '„Subscription“: nach dem 2026-05-31 nichts mehr, jetzt bis zum 2026-06-30, im Buch von Holding LLC.',
  ])
  const month = '2026-02'
  await post('closing.mark-reviewed', { bookIds: [bookId], month, note: 'All seen' })
  deepEqual(await told(await asked('closing.unmark-month', { bookId, month, mark: 'reviewed' })), [
    '2026-02, reviewed ("All seen"), in the book of Holding LLC.',
    '2026-02, durchgesehen („All seen“), im Buch von Holding LLC.',
  ])
  const shop = await business(ours.entityId, 'Held')
  const months = ['2026-03', '2026-04', '2026-05', '2026-06']
  const budget = months.map((name) => ({ accountId: sales, month: name, amount: '12000' }))
  const own = { accountId: sales, businessId: shop, month: '2026-01', amount: null }
  deepEqual(await told(await asked('statements.set-budget', { bookId, lines: [own, ...budget] })), [
    '4010 Product sales (Held) 2026-01: none any more; 4010 Product sales 2026-03: 12,000.00 USD; 4010 Product sales 2026-04: 12,000.00 USD and 2 more, in the book of Holding LLC.',
    '4010 Product sales (Held) 2026-01: keines mehr; 4010 Product sales 2026-03: 12,000.00 USD; 4010 Product sales 2026-04: 12,000.00 USD und 2 weitere, im Buch von Holding LLC.',
  ])
})

test('it is seen and decided by whoever covers the entity of the book, and not by whoever covers another', async () => {
  const approvalId = await asked('ledger.create-account', {
    bookId,
    code: '6995',
    name: 'Trips',
    type: 'expense',
  })
  const [here, there] = [
    await person({ role: 'finance', covers: ours.entityId }),
    await person({ role: 'finance', covers: entityId }),
  ]
  const refused = await problemOf(call('approvals.accept-approval', { approvalId }, there.token))
  equal(refused?.code, 'catalogue.not-found')
  equal(await problemOf(call('approvals.accept-approval', { approvalId }, here.token)), undefined)
})
