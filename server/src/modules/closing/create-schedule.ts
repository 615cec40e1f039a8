import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { amountText, minorOf } from '#kernel/money.ts'
import type { Transaction } from '#server/database/database.ts'
import { id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { aboveManualLimit, accountNotFound, amountRefused } from '#server/modules/ledger/index.ts'
import { bookNotFound, debitsIn, exampleBook, heldInBooks } from '#server/modules/ledger/index.ts'
import { lockBooks } from './books-queries.ts'
import { dueOccurrences } from './due-occurrences.ts'
import { largestOf, overLimit } from './over-limit.ts'
import { planned } from './planned.ts'
import { oneKind } from './problems.ts'
import { aYearOn, PlannedSchedule, ScheduleKind, TermsFields, type Terms } from './schedule-schema.ts'
import { scheduleShown } from './schedule-shown.ts'
import { accountsIn, findSchedule, insertSchedule } from './schedules-queries.ts'

export const createSchedule = operation({
  name: 'closing.create-schedule',
  summary:
    'Plans entries that come again: the same each month, taken back in the next, an amount in parts, or a loan. What is due is posted every hour; with an entry above the limit of the book it waits for a second person first. Answers its next days, to a year from today.',
  effect: 'write',
  scope: { of: 'covered' },
  // What it plans is posted by itself: it is for who may post.
  permission: 'ledger.post',
  risk: 'money',
  carriesOut: ['ledger.post-entry'],
  input: z.strictObject({ bookId: id('book'), name: line(120), ...TermsFields }),
  output: PlannedSchedule,
  examples: async (factory) => {
    const { bookId, cash, sales } = await exampleBook(factory)
    const memo = 'Subscription of the year'
    const spread = {
      from: '2026-01-01',
      months: 12,
      dayOfMonth: 31,
      amount: '1200.00',
      debitAccountId: cash,
      creditAccountId: sales,
      isOverhead: true,
      memo,
    }
    return [{ bookId, name: 'Subscription', spread }]
  },
  async tellHeld({ bookId, name, ...terms }, { tx }) {
    const [book] = await lockBooks(tx, [bookId])
    if (!book) return undefined
    const { currency } = book
    const lines = largestOf({ terms, book, currencies: await checkAccounts(tx, bookId, terms) })
    const most = amountText(debitsIn(lines, currency), currency)
    return heldInBooks(tx, [bookId], (names) => ({
      en: `"${name}": up to ${most} at a time, in the book of ${names.en}.`,
      de: `„${name}“: bis zu ${most} auf einmal, im Buch von ${names.de}.`,
    }))
  },
  async handle({ bookId, name, ...terms }, { tx, access, record, needsSecondPerson }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const [book] = await lockBooks(tx, [bookId])
    if (!book) throw bookNotFound(bookId)
    const [kind, more] = ScheduleKind.options.filter((one) => terms[one] !== undefined)
    if (!kind || more) throw oneKind()
    checkAmounts(terms, book.currency)
    const currencies = await checkAccounts(tx, bookId, terms)
    const told = overLimit({ terms, book, currencies, access })
    const wait = told && needsSecondPerson(aboveManualLimit(told, book.entityName))
    if (wait) throw wait
    const scheduleId = newId('schedule')
    await insertSchedule(tx, { id: scheduleId, studioId, bookId, name, kind, terms })
    record({ type: 'closing.schedule-created', subjectId: scheduleId, after: { bookId, name, kind } })
    const made = present(await findSchedule(tx, scheduleId), 'the schedule that was made')
    const due = await dueOccurrences(tx, [made], aYearOn())
    return Object.assign(scheduleShown(made), { occurrences: due.map(planned) })
  },
})

function checkAmounts({ spread, loan }: Terms, currency: string): void {
  const given = spread?.amount ?? loan?.principal
  if (given === undefined) return
  const read = minorOf(given, currency)
  if ('wrong' in read || read.minor === 0n) throw amountRefused(given, currency)
}

/** All else about its lines is told when they are posted: what they may name changes until then. */
async function checkAccounts(tx: Transaction, bookId: Parameters<typeof accountsIn>[1], terms: Terms) {
  const { recurring, reversing, spread, loan } = terms
  const named = [
    ...[...(recurring?.lines ?? []), ...(reversing?.lines ?? [])].map(({ accountId }) => accountId),
    ...(spread ? [spread.debitAccountId, spread.creditAccountId] : []),
    ...(loan ? [loan.interestAccountId, loan.loanAccountId, loan.cashAccountId] : []),
  ]
  const there = await accountsIn(tx, bookId, named)
  const missing = named.find((one) => !there.has(one))
  if (missing) throw accountNotFound(missing)
  return there
}
