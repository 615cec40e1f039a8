import { CAPTIONS, CAPTION_NAMES, type CaptionName, type Section } from '#kernel/captions.ts'
import type { Said } from '#kernel/languages.ts'
import type { StatementAccount } from '../ledger/index.ts'
import { SECTION_WORDS, TOTAL_WORDS, type CheckKey, type TotalKey } from '#kernel/statement-words.ts'

/** What an account holds or moved, a figure per column; minor units of the statement's currency, debits positive. */
export interface Figure {
  account: StatementAccount
  amounts: readonly bigint[]
}

/** A row as it is shown: amounts with the sign that its reader expects. */
export interface Row {
  key: string
  kind: 'section' | 'caption' | 'account' | 'computed' | 'total'
  depth: number
  label: Said
  caption: CaptionName | null
  account: StatementAccount | null
  amounts: readonly bigint[]
}

export interface Check {
  key: CheckKey
  /** By how much it fails, a figure per column; all 0 where it holds. */
  differences: readonly bigint[]
}

/** Debits are shown as they are, or credits are. */
export type Side = 'debit' | 'credit'

/** A section with its captions and their accounts; nothing where it is empty. `more` are rows that no account stands for. */
export function sectionRows(
  section: Section,
  figures: readonly Figure[],
  { side, columns, more = [] }: { side: Side; columns: number; more?: readonly Row[] },
): Row[] {
  const own = figures.filter(({ account }) => CAPTIONS[account.caption].section === section)
  if (own.length === 0 && more.length === 0) return []
  const total = sumOf([...own.map(({ amounts }) => signed(amounts, side)), ...more.map(amountsOf)], columns)
  const head = row(`section:${section}`, 'section', { label: SECTION_WORDS[section], amounts: total })
  return [head, ...captionRows(own, { side, columns }), ...more]
}

export function captionRows(
  figures: readonly Figure[],
  { side, columns }: { side: Side; columns: number },
): Row[] {
  const byCaption = Map.groupBy(figures, ({ account }) => account.caption)
  return CAPTION_NAMES.flatMap((caption) => {
    const own = byCaption.get(caption)
    if (!own) return []
    const accounts = own.toSorted(byPlace).map(({ account, amounts }) =>
      row(`account:${account.id}`, 'account', {
        depth: 2,
        label: labelOf(account),
        caption,
        account,
        amounts: signed(amounts, side),
      }),
    )
    const amounts = sumOf(accounts.map(amountsOf), columns)
    const { label } = CAPTIONS[caption]
    return accounts.toSpliced(
      0,
      0,
      row(`caption:${caption}`, 'caption', { depth: 1, label, caption, amounts }),
    )
  })
}

export function totalRow(key: TotalKey, amounts: readonly bigint[]): Row {
  return row(key, 'total', { label: TOTAL_WORDS[key], amounts })
}

export function computedRow(key: TotalKey, amounts: readonly bigint[]): Row {
  return row(key, 'computed', { depth: 1, label: TOTAL_WORDS[key], amounts })
}

/** The sum of a section that was made, 0 where there is none. */
export function sectionTotal(rows: readonly Row[], section: Section, columns: number): readonly bigint[] {
  return rows.find(({ key }) => key === `section:${section}`)?.amounts ?? zeros(columns)
}

export function sumOf(all: readonly (readonly bigint[])[], columns: number): bigint[] {
  const sum = zeros(columns)
  for (const amounts of all) for (const [at, amount] of amounts.entries()) sum[at] = (sum[at] ?? 0n) + amount
  return sum
}

export function signed(amounts: readonly bigint[], side: Side): bigint[] {
  return side === 'debit' ? [...amounts] : amounts.map((one) => -one)
}

export function zeros(columns: number): bigint[] {
  return Array.from({ length: columns }, () => 0n)
}

export function isSection({ kind }: Row): boolean {
  return kind === 'section'
}

export function amountsOf({ amounts }: Row): readonly bigint[] {
  return amounts
}

function row(key: string, kind: Row['kind'], given: Partial<Row> & Pick<Row, 'label' | 'amounts'>): Row {
  return { key, kind, depth: 0, caption: null, account: null, ...given }
}

function labelOf({ code, name }: StatementAccount): Said {
  const text = `${code} ${name}`
  return { en: text, de: text }
}

function byPlace({ account: a }: Figure, { account: b }: Figure): number {
  if (a.code !== b.code) return a.code < b.code ? -1 : 1
  return a.entity.name < b.entity.name ? -1 : 1
}

/** Whether it counts in the result, and not in what is held or owed. */
export function isResult({ account: { type } }: Figure): boolean {
  return type === 'income' || type === 'expense'
}
