import { CAPTIONS, type Activity } from '#kernel/captions.ts'
import {
  amountsOf,
  captionRows,
  computedRow,
  isResult,
  sumOf,
  totalRow,
  zeros,
  type Check,
  type Figure,
  type Row,
} from './statement-rows.ts'
import { TOTAL_WORDS } from '#kernel/statement-words.ts'

export interface CashFlowInput {
  /** What changed in each column, of all accounts; what is in another currency at the rates of the first and the last day. */
  changes: readonly Figure[]
  /** The other sides of what moved cash, by account: what a direct statement shows. */
  flows: readonly Figure[] | null
  opening: readonly bigint[]
  closing: readonly bigint[]
  /** What changed rates did to cash. */
  exchange: readonly bigint[]
  /** In which all is told. */
  currency: string
  columns: number
}

/**
 * Cash from its beginning to its end (IAS 7): indirect, from the net result and what changed beside cash; or direct, from what cash was
 * moved against. Both come to the same, and to the cash of the balance sheet.
 */
export function cashFlow(input: CashFlowInput): { rows: Row[]; checks: Check[] } {
  const { opening, closing, exchange, columns } = input
  const parts = (input.flows ? directParts(input.flows, columns) : indirectParts(input)).map(
    ({ activity, rows }) => {
      const amounts = sumOf(rows.filter(({ depth }) => depth === 1).map(amountsOf), columns)
      const head: Row = {
        ...totalRow(activity, amounts),
        key: `section:${activity}`,
        kind: 'section',
        label: TOTAL_WORDS[activity],
      }
      return rows.length === 0 ? [] : rows.toSpliced(0, 0, head)
    },
  )
  const net = sumOf(
    parts.flatMap((rows) => rows.slice(0, 1).map(amountsOf)),
    columns,
  )
  const foreign = exchange.some((one) => one !== 0n) ? [totalRow('exchange-on-cash', exchange)] : []
  const led = sumOf([opening, net, exchange], columns)
  const off = closing.map((amount, at) => amount - (led[at] ?? 0n))
  const rounding = isRounding(off, input) && off.some((one) => one !== 0n) ? off : zeros(columns)
  return {
    rows: [
      ...parts.flat(),
      totalRow('net-cash-flow', net),
      ...foreign,
      ...(rounding.every((one) => one === 0n) ? [] : [totalRow('rounding', rounding)]),
      totalRow('opening-cash', opening),
      totalRow('closing-cash', closing),
    ],
    checks: [{ key: 'cash-ties', differences: off.map((amount, at) => amount - (rounding[at] ?? 0n)) }],
  }
}

/** Half a minor unit for each figure that was translated, at its beginning and its end; whatever is more is a fault. */
function isRounding(off: readonly bigint[], { changes, flows, currency }: CashFlowInput): boolean {
  const translated = [...changes, ...(flows ?? [])].filter(
    ({ account }) => account.currency !== currency,
  ).length
  return off.every((one) => one <= translated && one >= -translated)
}

interface Part {
  activity: Exclude<Activity, 'cash'>
  rows: Row[]
}

function indirectParts({ changes, exchange, columns }: CashFlowInput): Part[] {
  const results = changes.filter(isResult)
  const result = sumOf(results.map(credits), columns)
  const worn = sumOf(
    results.filter(({ account }) => account.caption === 'depreciation').map(({ amounts }) => amounts),
    columns,
  )
  const others = changes.filter((one) => !isResult(one) && one.account.caption !== 'cash')
  const ofActivity = (activity: Activity) =>
    captionRows(
      others.filter(({ account: { caption } }) => activityOf(caption) === activity),
      { side: 'credit', columns },
    )
  return [
    {
      activity: 'operating',
      rows: [
        computedRow('net-result', result),
        ...unlessNothing(computedRow('depreciation-added', worn)),
        ...unlessNothing(
          computedRow(
            'exchange-on-cash-out',
            exchange.map((one) => -one),
          ),
        ),
        ...ofActivity('operating'),
      ],
    },
    { activity: 'investing', rows: investingRows(ofActivity('investing'), worn) },
    { activity: 'financing', rows: ofActivity('financing') },
  ]
}

/**
 * What was depreciated stands in the result already, and is taken out of what changed here. Where accumulated depreciation moved by
 * nothing else, what was bought stands alone, as readers look for it.
 */
function investingRows(rows: Row[], worn: readonly bigint[]): Row[] {
  const taken = worn.map((one) => -one)
  const wornOff = rows.filter((row) => row.depth === 1 && isWornOff(row)).map(amountsOf)
  if (sumOf([...wornOff, taken], taken.length).every((one) => one === 0n))
    return rows.filter((row) => !isWornOff(row))
  return [
    ...rows,
    ...unlessNothing({ ...computedRow('depreciation-added', taken), key: 'depreciation-taken' }),
  ]
}

function isWornOff({ caption }: Row): boolean {
  return caption === 'accumulated-depreciation'
}

function directParts(flows: readonly Figure[], columns: number): Part[] {
  return (['operating', 'investing', 'financing'] as const).map((activity) => ({
    activity,
    rows: captionRows(
      flows.filter(({ account: { caption } }) => activityOf(caption) === activity),
      { side: 'credit', columns },
    ),
  }))
}

/** Where currencies meet is no financing: what it holds are differences that nobody has valued yet. */
function activityOf(caption: Figure['account']['caption']): Activity {
  return caption === 'exchange' ? 'operating' : CAPTIONS[caption].activity
}

function credits({ amounts }: Figure): bigint[] {
  return amounts.map((one) => -one)
}

function unlessNothing(row: Row): Row[] {
  return row.amounts.some((one) => one !== 0n) ? [row] : []
}
