import { fiscalYearStart } from '#kernel/periods.ts'
import { present } from '#kernel/assert.ts'
import type { Transaction } from '#server/database/database.ts'
import { sumsByNaming, sumsOfSpans } from '../ledger/index.ts'
import type { BookOfStatement, Span, SpanSum } from '../ledger/index.ts'
import { findBookByBusiness } from './by-business-queries.ts'
import { budgetsOfSpans } from './budgets-queries.ts'
import { columnsByBusiness } from './columns-by-business.ts'
import {
  balanceOf,
  incomeOf,
  known,
  spansOf,
  valuingOf,
  type Asked,
  type Compose,
  type Composed,
} from './compose-statement.ts'
import { sumOf, type Check } from './statement-rows.ts'
import { inBookCurrency, inCurrency } from './value-sums.ts'

const RESULTS = ['income', 'expense'] as const
const ALL = ['asset', 'liability', 'equity', ...RESULTS] as const

/**
 * Of a book what names no business. It is read from lines, as the businesses are, and with them held against the sums by day that the
 * statement of the book is made of: that all three agree is a check, and not how it is made.
 */
export const ofNoBusiness: Compose = (tx, book, asked) =>
  (asked.kind === 'balance-sheet' ? balanceOfNone : incomeOfNone)(tx, book, asked)

type Given = Asked & { currency: string }

async function incomeOfNone(
  tx: Transaction,
  { id }: BookOfStatement,
  asked: Given,
): Promise<Omit<Composed, 'currency'>> {
  const given = { spans: spansOf(asked), ...known(asked) }
  const [whole, { ofNone, ofAny }, budget] = await Promise.all([
    sumsOfSpans(tx, id, given),
    sumsByNaming(tx, id, { ...given, types: RESULTS }),
    asked.isWithBudget ? budgetsOfSpans(tx, { bookId: id, isOfNoBusiness: true }, given.spans) : [],
  ])
  const made = await incomeOf(tx, { sums: ofNone, between: [], budget }, asked)
  const check = await allAssigned(
    tx,
    { whole, parts: [...ofNone, ...ofAny], types: RESULTS },
    {
      ...given,
      currency: asked.currency,
    },
  )
  // Beside a budget the figure of a period is the first of three.
  const differences = asked.isWithBudget
    ? check.differences.flatMap((one) => [one, 0n, 0n])
    : check.differences
  return { ...made, checks: [...made.checks, { ...check, differences }] }
}

async function balanceOfNone(
  tx: Transaction,
  { id, fiscalYearEnd }: BookOfStatement,
  asked: Given,
): Promise<Omit<Composed, 'currency'>> {
  const own = present(await findBookByBusiness(tx, id), 'a book that was found')
  const { spans, emptyBecause } = columnsByBusiness([own], asked)
  const years = spans.map(({ to }) => ({ from: fiscalYearStart(to, fiscalYearEnd), to }))
  const { recordedAt } = known(asked)
  const [whole, { ofNone, ofAny }, thisYear] = await Promise.all([
    sumsOfSpans(tx, id, { spans, recordedAt }),
    sumsByNaming(tx, id, { spans, recordedAt, types: ALL }),
    sumsByNaming(tx, id, { spans: years, recordedAt, types: RESULTS }),
  ])
  const given = { spans, recordedAt, currency: asked.currency }
  const made = await balanceOf(tx, { standing: ofNone, thisYear: thisYear.ofNone }, given)
  const check = await allAssigned(tx, { whole, parts: [...ofNone, ...ofAny], types: ALL }, given)
  return { ...made, checks: [...made.checks, check], emptyBecause }
}

/** By how much businesses and what is of none miss the entity, account by account, so that nothing makes up for something else. */
async function allAssigned(
  tx: Transaction,
  { whole, parts, types }: { whole: readonly SpanSum[]; parts: readonly SpanSum[]; types: readonly string[] },
  given: { spans: readonly Span[]; recordedAt: string | null; currency: string },
): Promise<Check> {
  const off = new Map<string, SpanSum>()
  const add = (sum: SpanSum, minor: bigint) => {
    const key = `${sum.at} ${sum.accountId} ${sum.currency}`
    off.set(key, Object.assign({}, sum, { minor: (off.get(key)?.minor ?? 0n) + minor }))
  }
  for (const sum of whole) add(sum, sum.minor)
  for (const sum of parts) add(sum, -sum.minor)
  const left = [...off.values()].filter(({ minor }) => minor !== 0n)
  if (left.length === 0) return { key: 'all-assigned', differences: given.spans.map(() => 0n) }
  const valuing = await valuingOf(tx, left, given)
  const told = inCurrency(inBookCurrency(left, valuing), given.currency, { kind: 'closing', valuing })
  const differences = sumOf(
    told
      .filter(({ account }) => types.includes(account.type))
      .map(({ amounts }) => amounts.map((one) => (one < 0n ? -one : one))),
    given.spans.length,
  )
  return { key: 'all-assigned', differences }
}
