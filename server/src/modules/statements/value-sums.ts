import { convertMinor } from '#kernel/rates.ts'
import type { RateTable, Span, SpanSum, StatementAccount, UsedRate } from '../ledger/index.ts'
import { noRate } from '../ledger/index.ts'
import type { Figure } from './statement-rows.ts'

/** Which rate a sum is told at: that of the last day of its column, or the average of its days. */
export type RateKind = 'closing' | 'average'

export interface Valuing {
  accounts: ReadonlyMap<string, StatementAccount>
  spans: readonly Span[]
  rates: RateTable
  /** Every rate that was used, by pair, day and kind. */
  used: Map<string, UsedRate>
}

/** Sums as figures in their books' own currencies: what is in another one at the closing rate of its column. */
export function inBookCurrency(sums: readonly SpanSum[], valuing: Valuing): Figure[] {
  return figuresOf(sums, valuing, (sum, { bookCurrency }) => ({
    to: bookCurrency,
    kind: 'closing',
    on: spanAt(valuing, sum.at).to,
  }))
}

/** The same in one currency for all, for reading. */
export function inCurrency(
  figures: readonly Figure[],
  currency: string,
  { kind, valuing }: { kind: RateKind; valuing: Valuing },
): Figure[] {
  return figures.map(({ account, amounts }) => ({
    account,
    amounts: amounts.map((minor, at) =>
      minor === 0n
        ? 0n
        : converted(
            minor,
            { from: account.bookCurrency, to: currency, kind, span: spanAt(valuing, at) },
            valuing,
          ),
    ),
  }))
}

/** Sums of days, each at the rate of its day, in the currency of the book. */
export function byDay(sums: readonly (SpanSum & { on: string })[], valuing: Valuing): Figure[] {
  const days = new Map<SpanSum, string>(sums.map((sum) => [sum, sum.on]))
  return figuresOf(sums, valuing, (sum, { bookCurrency }) => ({
    to: bookCurrency,
    kind: 'closing',
    on: days.get(sum) ?? spanAt(valuing, sum.at).to,
  }))
}

function figuresOf(
  sums: readonly SpanSum[],
  valuing: Valuing,
  rateOf: (sum: SpanSum, account: StatementAccount) => { to: string; kind: RateKind; on: string },
): Figure[] {
  const amounts = new Map<string, bigint[]>()
  for (const sum of sums) {
    const account = valuing.accounts.get(sum.accountId)
    if (!account) continue
    const { to, kind, on } = rateOf(sum, account)
    const span = { from: null, to: on }
    const minor =
      sum.currency === to ? sum.minor : converted(sum.minor, { from: sum.currency, to, kind, span }, valuing)
    const own = amounts.get(sum.accountId) ?? valuing.spans.map(() => 0n)
    own[sum.at] = (own[sum.at] ?? 0n) + minor
    amounts.set(sum.accountId, own)
  }
  return [...amounts].flatMap(([id, own]) => {
    const account = valuing.accounts.get(id)
    return account && own.some((one) => one !== 0n) ? [{ account, amounts: own }] : []
  })
}

function converted(
  minor: bigint,
  { from, to, kind, span }: { from: string; to: string; kind: RateKind; span: Span },
  { rates, used }: Valuing,
): bigint {
  if (from === to) return minor
  const rate =
    kind === 'average' && span.from !== null
      ? rates.average(from, to, { from: span.from, to: span.to })
      : rates.at(from, to, span.to)
  if (!rate) throw noRate(from, to, span.to)
  used.set(`${from} ${to} ${rate.on} ${rate.kind}`, rate)
  return convertMinor(minor, rate)
}

function spanAt({ spans }: Valuing, at: number): Span {
  return spans[at] ?? { from: null, to: '' }
}
