import { CAPTIONS, type Activity, type CaptionName } from './captions.ts'
import type { LineKind } from './consolidation-kinds.ts'
import type { ConsolidationRow, FigureTold, Flow, RowsGiven, RowWords } from './consolidation-figures.ts'
import {
  minorIn,
  plusAll,
  tellerOf,
  type Amounts,
  type Block,
  type Of,
  type Teller,
} from './consolidation-teller.ts'

/**
 * The cash flow statement of a group (IAS 7), indirect: from its result over what moved no cash and what changed beside cash. What came or
 * left with entities is investing, what rates did to cash stands below, and with the cash of the first balance sheet what books
 * were opened with.
 */
export function indirectRows(given: RowsGiven, words: RowWords, result: Amounts): ConsolidationRow[] {
  const told = tellerOf(given, 'flow', words)
  const { computed, some } = told
  const sumOf = (isMeant: (caption: CaptionName) => boolean) => sumFor(given, told, { isMeant, of: 'flow' })
  const taken = sumOf((caption) => caption === 'depreciation')
  const worn = negated(taken)
  const noCash = plusAll([sumOf(isResult), negated(result)])
  // What was depreciated and nothing else: what was bought stands alone then, as readers look for it.
  const isWornAlone = plusAll([sumOf(isWornOff), taken]).every((one) => one === 0n)
  const depreciation = { caption: 'depreciation' as const }
  return cashRows(given, 'flow', {
    told,
    words,
    isShown: (caption) => !isResult(caption) && !(isWornAlone && isWornOff(caption)),
    first: [
      computed('net-result', result),
      ...some('no-cash', noCash),
      ...some('depreciation-added', worn, depreciation),
    ],
    invested: isWornAlone ? [] : some('depreciation-taken', taken, depreciation),
  })
}

/** The same, direct: what cash was moved against, under its own captions. It comes to the same cash. */
export function directRows(given: RowsGiven, words: RowWords): ConsolidationRow[] {
  const told = tellerOf(given, 'direct', words)
  return cashRows(given, 'direct', { told, words, isShown: () => true, first: [], invested: [] })
}

function cashRows(
  given: RowsGiven,
  of: Flow,
  how: {
    told: Teller
    words: RowWords
    isShown: (caption: CaptionName) => boolean
    /** What stands before the captions of operating activities. */
    first: readonly Block[]
    /** What stands after those of investing. */
    invested: readonly Block[]
  },
): ConsolidationRow[] {
  const { told, words, isShown, first, invested } = how
  const { total, group, some } = told
  const ofCash = (key: keyof typeof KIND_OF) => cashOf(given, KIND_OF[key], of)
  const activity = (name: Exclude<Activity, 'cash'>, before: readonly Block[], after: readonly Block[]) => {
    const own = told.captions((caption) =>
      isShown(caption) && activityOf(caption) === name ? signOf(caption) : undefined,
    )
    const all = [...before, ...own.map((one) => one.told), ...after]
    return group({ key: `section:${name}`, label: words.total(name) }, [], all)
  }
  const parts = [
    activity('operating', first, []),
    activity(
      'investing',
      [],
      [
        ...some('acquired-cash', ofCash('acquired-cash'), from('acquired-cash')),
        ...some('disposed-cash', ofCash('disposed-cash'), from('disposed-cash')),
        ...invested,
      ],
    ),
    activity('financing', [], []),
  ]
  const [closing = [], moved = []] = (['closing', 'period'] as const).map((at) =>
    negated(sumFor(given, told, { isMeant: isCash, of: at })),
  )
  const below = (key: 'exchange-on-cash' | 'rounding' | 'opened-cash') =>
    ofCash(key).every((one) => one === 0n) ? [] : [total(key, ofCash(key), from(key))]
  return [
    ...parts.flatMap(({ rows }) => rows),
    total('net-cash-flow', plusAll(parts.map(({ amounts }) => amounts))),
    ...below('exchange-on-cash'),
    ...below('rounding'),
    total('opening-cash', plusAll([closing, negated(moved)])),
    ...below('opened-cash'),
    total('closing-cash', closing, { caption: 'cash' }),
  ]
}

/** Of all captions that are meant, as they add to cash. */
function sumFor(
  { figures }: RowsGiven,
  { amountsOf }: Teller,
  { isMeant, of }: { isMeant: (caption: CaptionName) => boolean; of: Of },
): Amounts {
  return plusAll(
    figures
      .filter(({ caption }) => isMeant(caption))
      .map((figure) => amountsOf(figure, signOf(figure.caption), of)),
  )
}

function negated(amounts: Amounts): Amounts {
  return amounts.map((one) => -one)
}

const KIND_OF = {
  'acquired-cash': 'cash:acquired',
  'disposed-cash': 'cash:disposed',
  'exchange-on-cash': 'cash:exchange',
  'opened-cash': 'cash:opened',
  rounding: 'cash:rounding',
} as const satisfies Record<string, LineKind>

function from(key: keyof typeof KIND_OF) {
  return { caption: 'cash' as const, source: KIND_OF[key] }
}

/** A figure per column: all that is of cash and no flow stands in the column of the entities, and in the sum. */
function cashOf({ figures, isCompared }: RowsGiven, kind: LineKind, of: Flow): Amounts {
  const part = figures.find(({ caption }) => caption === 'cash')?.parts.find((one) => one.kind === kind)
  const [now, then] = [part?.[of], part?.compared?.[of]].map((text) => minorIn(text ?? '0'))
  const told = [now ?? 0n, 0n, now ?? 0n]
  return isCompared ? told.concat(then ?? 0n, (now ?? 0n) - (then ?? 0n)) : told
}

/** More of what is owned, and of what is spent, is less cash; all else brings it. */
function signOf(caption: CaptionName): bigint {
  const { type } = CAPTIONS[caption]
  return type === 'asset' || type === 'expense' ? -1n : 1n
}

function isCash(caption: CaptionName): boolean {
  return caption === 'cash'
}

function isWornOff(caption: CaptionName): boolean {
  return caption === 'accumulated-depreciation'
}

function isResult(caption: CaptionName): boolean {
  const { type } = CAPTIONS[caption]
  return type === 'income' || type === 'expense'
}

/** Where currencies meet is no financing: what it holds are differences that nobody has valued yet. */
function activityOf(caption: CaptionName): Activity {
  return caption === 'exchange' ? 'operating' : CAPTIONS[caption].activity
}

/** Cash from its beginning to its end by one of the methods, of a whole consolidation; what is left is no rounding, and a fault. */
export function cashTie(figures: readonly FigureTold[], of: Flow) {
  const cash = figures.find(({ caption }) => caption === 'cash')
  const closing = minorIn(cash?.total.closing ?? '0')
  const opening = closing - minorIn(cash?.total.period ?? '0')
  const flowOf = (kind: LineKind) => minorIn(cash?.parts.find((one) => one.kind === kind)?.[of] ?? '0')
  const flows = figures.reduce(
    (sum, { caption, total }) => (caption === 'cash' ? sum : sum + signOf(caption) * minorIn(total[of])),
    0n,
  )
  const [exchange, opened, acquired, disposed, rounding] = [
    flowOf('cash:exchange'),
    flowOf('cash:opened'),
    flowOf('cash:acquired'),
    flowOf('cash:disposed'),
    flowOf('cash:rounding'),
  ]
  const difference = closing - opening - opened - flows - exchange - acquired - disposed - rounding
  return { opening, opened, flows, exchange, acquired, disposed, rounding, closing, difference }
}
