import { CAPTIONS, type Activity, type CaptionName } from './captions.ts'
import type { LineKind } from './consolidation-kinds.ts'
import type { ConsolidationRow, FigureTold, RowsGiven, RowWords } from './consolidation-figures.ts'
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
 * The cash flow statement of a group (IAS 7, indirect): from its result over what moved no cash and what changed beside cash, with the
 * cash of entities that came or left in investing, what rates did to cash below, and the cash of both balance sheets, with what books
 * were opened with beside the first.
 */
export function cashRows(given: RowsGiven, words: RowWords, result: Amounts): ConsolidationRow[] {
  const told = tellerOf(given, 'flow', words)
  const { total, computed, group } = told
  const sumOf = (isMeant: (caption: CaptionName) => boolean, of: Of) =>
    plusAll(
      given.figures
        .filter(({ caption }) => isMeant(caption))
        .map((figure) => told.amountsOf(figure, signOf(figure.caption), of)),
    )
  const worn = sumOf((caption) => caption === 'depreciation', 'flow').map((one) => -one)
  const noCash = plusAll([sumOf(isResult, 'flow'), result.map((one) => -one)])
  const ofCash = (key: keyof typeof KIND_OF) => cashOf(given, KIND_OF[key])
  const some = (key: Parameters<Teller['computed']>[0], amounts: Amounts, more = {}) =>
    amounts.every((one) => one === 0n) ? [] : [computed(key, amounts, more)]
  const taken = worn.map((one) => -one)
  // What was depreciated and nothing else: what was bought stands alone then, as readers look for it.
  const isWornAlone = plusAll([sumOf(isWornOff, 'flow'), taken]).every((one) => one === 0n)
  const isShown = (caption: CaptionName) => !isResult(caption) && !(isWornAlone && isWornOff(caption))
  const activity = (name: Exclude<Activity, 'cash'>, before: readonly Block[], after: readonly Block[]) => {
    const own = told.captions((caption) =>
      isShown(caption) && activityOf(caption) === name ? signOf(caption) : undefined,
    )
    const all = [...before, ...own.map((one) => one.told), ...after]
    return group({ key: `section:${name}`, label: words.total(name) }, [], all)
  }
  const depreciation = { caption: 'depreciation' as const }
  const parts = [
    activity(
      'operating',
      [
        computed('net-result', result),
        ...some('no-cash', noCash),
        ...some('depreciation-added', worn, depreciation),
      ],
      [],
    ),
    activity(
      'investing',
      [],
      [
        ...some('acquired-cash', ofCash('acquired-cash'), from('acquired-cash')),
        ...some('disposed-cash', ofCash('disposed-cash'), from('disposed-cash')),
        ...(isWornAlone ? [] : some('depreciation-taken', taken, depreciation)),
      ],
    ),
    activity('financing', [], []),
  ]
  const closing = sumOf((caption) => caption === 'cash', 'closing').map((one) => -one)
  const moved = sumOf((caption) => caption === 'cash', 'period').map((one) => -one)
  const below = (key: 'exchange-on-cash' | 'rounding' | 'opened-cash') =>
    ofCash(key).every((one) => one === 0n) ? [] : [total(key, ofCash(key), from(key))]
  return [
    ...parts.flatMap(({ rows }) => rows),
    total('net-cash-flow', plusAll(parts.map(({ amounts }) => amounts))),
    ...below('exchange-on-cash'),
    ...below('rounding'),
    total('opening-cash', plusAll([closing, moved.map((one) => -one)])),
    ...below('opened-cash'),
    total('closing-cash', closing, { caption: 'cash' }),
  ]
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
function cashOf({ figures, isCompared }: RowsGiven, kind: LineKind): Amounts {
  const part = figures.find(({ caption }) => caption === 'cash')?.parts.find((one) => one.kind === kind)
  const [now, then] = [part?.flow, part?.compared?.flow].map((text) => minorIn(text ?? '0'))
  const told = [now ?? 0n, 0n, now ?? 0n]
  return isCompared ? told.concat(then ?? 0n, (now ?? 0n) - (then ?? 0n)) : told
}

/** More of what is owned, and of what is spent, is less cash; all else brings it. */
function signOf(caption: CaptionName): bigint {
  const { type } = CAPTIONS[caption]
  return type === 'asset' || type === 'expense' ? -1n : 1n
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

/** Cash from its beginning to its end, of a whole consolidation; what is left is no rounding, and a fault. */
export function cashTie(figures: readonly FigureTold[]) {
  const cash = figures.find(({ caption }) => caption === 'cash')
  const closing = minorIn(cash?.total.closing ?? '0')
  const opening = closing - minorIn(cash?.total.period ?? '0')
  const flowOf = (kind: LineKind) => minorIn(cash?.parts.find((one) => one.kind === kind)?.flow ?? '0')
  const flows = figures.reduce(
    (sum, { caption, total }) => (caption === 'cash' ? sum : sum + signOf(caption) * minorIn(total.flow)),
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
