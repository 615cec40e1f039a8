import type { z } from 'zod'
import type { Said } from '#kernel/languages.ts'
import { addDays, fiscalYearStart } from '#kernel/periods.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import {
  bookNotFound,
  findBookOfStatement,
  foreignDays,
  readRates,
  statementAccounts,
  sumsOfBusinesses,
  sumsOfSpans,
  type BookOfStatement,
  type Span,
  type SpanSum,
  type UsedRate,
} from '../ledger/index.ts'
import { balanceSheet } from './balance-sheet.ts'
import { besideBudget } from './beside-budget.ts'
import { budgetsOfSpans } from './budgets-queries.ts'
import { cashFlow } from './cash-flow.ts'
import { incomeStatement } from './income-statement.ts'
import { mostUsed } from './most-used.ts'
import { fromAfterTo, noFirstDay } from './problems.ts'
import { isResult, sumOf, type Check, type Figure, type Row } from './statement-rows.ts'
import type { StatementFields } from './schema.ts'
import { againstCash, openingSums } from './cash-queries.ts'
import { sumsBetween } from './statements-queries.ts'
import { byDay, inBookCurrency, inCurrency, type Valuing } from './value-sums.ts'

export type Asked = z.output<z.ZodObject<typeof StatementFields>>

export interface Composed {
  currency: string
  rows: Row[]
  checks: Check[]
  rates: UsedRate[]
  /** For each column that is asked for why it is empty, or null; amounts are of those that are not. All are told where this is left out. */
  emptyBecause?: readonly (Said | null)[]
}

/** Of one book: any kind of statement, of all of it where nothing else composes it. */
export async function ofBook(
  tx: Transaction,
  bookId: Id<'book'>,
  asked: Asked,
  compose: Compose = COMPOSE[asked.kind],
): Promise<Composed & { book: BookOfStatement }> {
  const book = await findBookOfStatement(tx, bookId)
  if (!book) throw bookNotFound(bookId)
  const currency = asked.currency ?? book.currency
  const made = await compose(tx, book, { ...asked, currency })
  return { ...made, book, currency }
}

export type Compose = (
  tx: Transaction,
  book: BookOfStatement,
  asked: Asked & { currency: string },
) => Promise<Omit<Composed, 'currency'>>

const COMPOSE: Record<Asked['kind'], Compose> = {
  async 'balance-sheet'(tx, { id, fiscalYearEnd }, { currency, ...asked }) {
    const all = asked.periods.map(({ to }) => ({ from: null, to }))
    const year = all.map(({ to }) => ({ from: fiscalYearStart(to, fiscalYearEnd), to }))
    const { recordedAt } = known(asked)
    const [standing, thisYear] = await Promise.all([
      sumsOfSpans(tx, id, { spans: all, recordedAt }),
      sumsOfSpans(tx, id, { spans: year, recordedAt }),
    ])
    return balanceOf(tx, { standing, thisYear }, { spans: all, recordedAt, currency })
  },
  async 'income-statement'(tx, { id }, asked) {
    const spans = spansOf(asked)
    const [sums, budget] = await Promise.all([
      sumsOfSpans(tx, id, { spans, ...known(asked) }),
      asked.isWithBudget ? budgetsOfSpans(tx, { bookId: id }, spans) : [],
    ])
    return incomeOf(tx, { sums, between: [], budget }, asked)
  },
  async 'cash-flow'(tx, { id }, { currency, ...asked }) {
    const spans = spansOf(asked)
    const given = { spans, ...known(asked) }
    const before = { ...given, spans: spans.map(({ from }) => ({ from: null, to: addDays(from, -1) })) }
    const after = { ...given, spans: spans.map(({ to }) => ({ from: null, to })) }
    const [opened, closed, days, broughtIn, against] = await Promise.all([
      sumsOfSpans(tx, id, before),
      sumsOfSpans(tx, id, after),
      foreignDays(tx, id, given),
      openingSums(tx, id, given),
      asked.method === 'direct' ? againstCash(tx, id, given) : null,
    ])
    const sums = [...opened, ...closed, ...broughtIn, ...(against ?? [])]
    const valuing = await valuingOf(tx, sums, { ...given, currency })
    const told = (figures: readonly Figure[]) => inCurrency(figures, currency, { kind: 'closing', valuing })
    const [opening, closing] = [
      told(inBookCurrency(opened, { ...valuing, spans: before.spans })),
      told(inBookCurrency(closed, { ...valuing, spans: after.spans })),
    ]
    // A book that is opened within the period begins with what it is opened with.
    const beginning = added(opening, told(byDay(broughtIn, valuing)))
    const columns = spans.length
    const cashIn = (figures: readonly Figure[]) =>
      sumOf(
        figures.filter(({ account: { caption } }) => caption === 'cash').map(({ amounts }) => amounts),
        columns,
      )
    const flowed = told(byDay(days, valuing))
    return {
      ...cashFlow({
        changes: difference(closing, beginning),
        flows: against && told(byDay(against, valuing)),
        opening: cashIn(beginning),
        closing: cashIn(closing),
        exchange: exchangeOnCash({ opening, closing, flowed }, columns),
        currency,
        columns,
      }),
      rates: [...valuing.used.values()],
    }
  },
}

/** What stands on the last day of each span, with what was earned since the fiscal year of the day began. */
export async function balanceOf(
  tx: Transaction,
  {
    standing,
    thisYear,
    between = [],
  }: Record<'standing' | 'thisYear', readonly SpanSum[]> & { between?: readonly SpanSum[] },
  given: { spans: readonly Span[]; recordedAt: string | null; currency: string },
): Promise<Omit<Composed, 'currency'>> {
  const valuing = await valuingOf(tx, [...standing, ...thisYear], given)
  const told = (sums: readonly SpanSum[]) =>
    inCurrency(inBookCurrency(sums, valuing), given.currency, { kind: 'closing', valuing })
  return {
    ...balanceSheet({
      standing: told(standing),
      thisYear: told(thisYear).filter(isResult),
      between: told(between),
      columns: given.spans.length,
    }),
    rates: [...valuing.used.values()],
  }
}

/** Of businesses, in whatever books their lines lie: what they earned and spent. */
export async function ofBusinesses(
  tx: Transaction,
  businessIds: readonly string[],
  asked: Asked,
): Promise<Composed> {
  const spans = spansOf(asked)
  const [sums, between, budget] = await Promise.all([
    sumsOfBusinesses(tx, businessIds, { spans, ...known(asked) }),
    // One business sells itself nothing.
    businessIds.length > 1 ? sumsBetween(tx, businessIds, { spans, ...known(asked) }) : [],
    asked.isWithBudget ? budgetsOfSpans(tx, { businessIds }, spans) : [],
  ])
  const accounts = await statementAccounts(tx, accountIds(sums))
  const currency = asked.currency ?? mostUsed([...accounts.values()].map((one) => one.bookCurrency))
  return { ...(await incomeOf(tx, { sums, between, budget }, { ...asked, currency })), currency }
}

export async function incomeOf(
  tx: Transaction,
  { sums, between, budget }: Record<'sums' | 'between' | 'budget', readonly SpanSum[]>,
  asked: Asked & { currency: string },
): Promise<Omit<Composed, 'currency'>> {
  const { currency } = asked
  const spans = spansOf(asked)
  const valuing = await valuingOf(tx, [...sums, ...budget], { spans, ...known(asked), currency })
  const told = (given: readonly SpanSum[]) =>
    inCurrency(inBookCurrency(given, valuing), currency, { kind: 'average', valuing }).filter(isResult)
  const figures = asked.isWithBudget ? besideBudget(told(sums), told(budget)) : told(sums)
  const eliminated = asked.isWithBudget ? besideBudget(told(between), []) : told(between)
  const columns = asked.isWithBudget ? spans.length * 3 : spans.length
  return {
    rows: incomeStatement(figures, columns, eliminated),
    checks: [],
    rates: [...valuing.used.values()],
  }
}

export async function valuingOf(
  tx: Transaction,
  sums: readonly SpanSum[],
  { spans, recordedAt, currency }: { spans: readonly Span[]; recordedAt: string | null; currency: string },
): Promise<Valuing> {
  const accounts = await statementAccounts(tx, accountIds(sums))
  const books = [...accounts.values()].map(({ bookCurrency }) => bookCurrency)
  const currencies = [...new Set([currency, ...books, ...sums.map((sum) => sum.currency)])]
  const days = spans.flatMap(({ from, to }) => [from ?? to, to]).toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const rates = await readRates(tx, { currencies, from: addDays(first, -1), to: last, recordedAt })
  return { accounts, spans, rates, used: new Map() }
}

/** What cash in other currencies gained or lost while it lay there: its change less what moved, each day at its rate. */
function exchangeOnCash(
  { opening, closing, flowed }: { opening: Figure[]; closing: Figure[]; flowed: Figure[] },
  columns: number,
): bigint[] {
  return sumOf(
    [...foreignCash(closing, 1n), ...foreignCash(opening, -1n), ...foreignCash(flowed, -1n)],
    columns,
  )
}

function foreignCash(figures: readonly Figure[], sign: bigint): bigint[][] {
  return figures.filter(isForeignCash).map(({ amounts }) => amounts.map((one) => one * sign))
}

function isForeignCash({ account: { caption, currency, bookCurrency } }: Figure): boolean {
  return caption === 'cash' && currency !== bookCurrency
}

function difference(closing: readonly Figure[], opening: readonly Figure[]): Figure[] {
  return added(
    closing,
    opening.map(({ account, amounts }) => ({ account, amounts: amounts.map((one) => -one) })),
  )
}

function added(figures: readonly Figure[], more: readonly Figure[]): Figure[] {
  return [...Map.groupBy([...figures, ...more], ({ account }) => account.id).values()].flatMap((own) => {
    const [first] = own
    const amounts = first
      ? sumOf(
          own.map((one) => one.amounts),
          first.amounts.length,
        )
      : []
    return first && amounts.some((one) => one !== 0n) ? [{ account: first.account, amounts }] : []
  })
}

/** Each column with its first day, which the days of a flow need. */
export function spansOf({ kind, periods }: Asked): { from: string; to: string }[] {
  return periods.map(({ from, to }) => {
    if (from === undefined) throw noFirstDay(kind, to)
    if (from > to) throw fromAfterTo(from, to)
    return { from, to }
  })
}

export function known({ recordedAt }: Asked): { recordedAt: string | null } {
  return { recordedAt: recordedAt ?? null }
}

export function accountIds(sums: readonly SpanSum[]): string[] {
  return [...new Set(sums.map(({ accountId }) => accountId))]
}
