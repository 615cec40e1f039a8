import { CAPTIONS, type CaptionName, type Section } from './captions.ts'
import { isOfEntities, LINE_KINDS } from './consolidation-kinds.ts'
import type {
  ConsolidationRow,
  FigureTold,
  RowsGiven,
  RowWords,
  Told,
  TotalKey,
} from './consolidation-figures.ts'
import { decimalOf } from './money.ts'

/** Entities, eliminations, both together; and where two are compared what the other has, and the change. Minor units; none is nothing. */
export type Amounts = readonly bigint[]
export type Of = keyof Told
export type Teller = ReturnType<typeof tellerOf>

/** Rows that belong together, and what they come to. */
export interface Block {
  amounts: Amounts
  rows: ConsolidationRow[]
}

/** What makes rows out of figures, all of the same kind of amount. */
export function tellerOf({ figures, currency, isCompared }: RowsGiven, of: Of, words: RowWords) {
  const columns = isCompared ? 5 : 3
  const whole = (amounts: Amounts) => Array.from({ length: columns }, (_nothing, at) => amounts[at] ?? 0n)
  const text = (amounts: Amounts) => whole(amounts).map((minor) => decimalOf(minor, currency))
  const amountsOf = (figure: FigureTold, sign: bigint, which: Of = of): Amounts => {
    const told = [figure.entities, figure.eliminations, figure.total].map((one) => sign * minorIn(one[which]))
    return isCompared ? beside(told, figure.compared ? sign * minorIn(figure.compared[which]) : 0n) : told
  }
  /** A head with the captions that are meant, and more rows; nothing where there is none. */
  const group = (
    { key, label }: { key: string; label: string },
    own: readonly { caption: CaptionName; told: Block }[],
    more: readonly Block[] = [],
  ): Block => {
    const all = own.map(({ told }) => told).concat(more)
    const amounts = whole(plusAll(all.map((one) => one.amounts)))
    const only = own.length === 1 && more.length === 0 ? (own[0]?.caption ?? null) : null
    const head = rowOf(key, 'section', { label, amounts: text(amounts), caption: only })
    return { amounts, rows: all.length === 0 ? [] : [head, ...all.flatMap(({ rows }) => rows)] }
  }
  /** The captions that are meant, each with the sign that it is told with. */
  const captions = (signOf: (caption: CaptionName) => bigint | undefined) =>
    figures.flatMap((figure) => {
      const sign = signOf(figure.caption)
      const told =
        sign === undefined
          ? undefined
          : captionOf(figure, { amounts: amountsOf(figure, sign), sign, of, currency, words })
      return told ? [{ caption: figure.caption, told }] : []
    })
  const computed = (key: TotalKey, amounts: Amounts, from: Partial<ConsolidationRow> = {}): Block => ({
    amounts,
    rows: [rowOf(key, 'computed', { depth: 1, label: words.total(key), amounts: text(amounts), ...from })],
  })
  return {
    whole,
    amountsOf,
    captions,
    group,
    section: (name: Section, more: readonly Block[] = []): Block =>
      group(
        { key: `section:${name}`, label: words.section(name) },
        captions((caption) => {
          const { section, type } = CAPTIONS[caption]
          if (section !== name) return undefined
          // The financial result is told as it adds: what interest costs takes away from it.
          return name === 'financial-result' && type === 'expense' ? -1n : 1n
        }),
        more,
      ),
    total: (key: TotalKey, amounts: Amounts, from: Partial<ConsolidationRow> = {}): ConsolidationRow =>
      rowOf(key, 'total', { label: words.total(key), amounts: text(amounts), ...from }),
    computed,
    /** The same, unless it is nothing. */
    some: (...given: Parameters<typeof computed>): Block[] =>
      given[1].every((one) => one === 0n) ? [] : [computed(...given)],
  }
}

/** A caption with what it comes from below it; nothing where all of it is nothing. */
function captionOf(
  { caption, parts }: FigureTold,
  given: { amounts: Amounts; sign: bigint; of: Of; currency: string; words: RowWords },
): Block | undefined {
  const { amounts, sign, of, currency, words } = given
  const isCompared = amounts.length > 3
  const text = (minor: bigint) => decimalOf(minor, currency)
  const told = parts
    .filter((one) => minorIn(one[of]) !== 0n || (one.compared !== null && minorIn(one.compared[of]) !== 0n))
    .toSorted((one, other) => LINE_KINDS.indexOf(one.kind) - LINE_KINDS.indexOf(other.kind))
  if (told.length === 0 && amounts.every((one) => one === 0n)) return undefined
  const rows = told.map((one) => {
    const own = sign * minorIn(one[of])
    const then = one.compared ? sign * minorIn(one.compared[of]) : 0n
    const amount = isOfEntities(one.kind) ? [text(own), '', ''] : ['', text(own), '']
    return rowOf(`part:${caption}:${one.kind}`, 'account', {
      depth: 2,
      label: words.kind(one.kind),
      caption,
      source: one.kind,
      amounts: isCompared ? amount.concat(text(then), text(own - then)) : amount,
    })
  })
  const head = rowOf(`caption:${caption}`, 'caption', {
    depth: 1,
    label: words.caption(caption),
    caption,
    amounts: amounts.map(text),
  })
  return { amounts, rows: rows.toSpliced(0, 0, head) }
}

/** With what another has, and how far the sum of the first two lies from it. */
export function beside(told: Amounts, then: bigint): Amounts {
  return told.concat(then, (told[2] ?? 0n) - then)
}

export function plusAll(all: readonly Amounts[]): Amounts {
  const columns = Math.max(0, ...all.map(({ length }) => length))
  return Array.from({ length: columns }, (_nothing, at) =>
    all.reduce((sum, one) => sum + (one[at] ?? 0n), 0n),
  )
}

export function minorIn(amount: string): bigint {
  return BigInt(amount.replace('.', ''))
}

function rowOf(
  key: string,
  kind: ConsolidationRow['kind'],
  given: Pick<ConsolidationRow, 'label' | 'amounts'> & Partial<ConsolidationRow>,
): ConsolidationRow {
  return { key, kind, depth: 0, caption: null, source: null, account: null, ...given }
}
