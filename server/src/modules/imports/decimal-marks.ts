import type { Said } from '#kernel/languages.ts'
import { originalCell } from './csv-cell.ts'
import { readNumber, waysOf, type ReadNumber } from './read-number.ts'
import type { Decimal } from './schema.ts'
import type { SheetRecord } from './sheet.ts'

/** How the numbers of one column are written, found out from all of its cells. */
export interface ColumnDecimal {
  /** `mixed`: some cells have a decimal point and as many a comma. `unclear`: every cell can be read both ways. */
  decimal: Decimal | 'unclear' | 'mixed' | null
  /** The first cell that can be read in two ways that differ, and how many such there are. */
  example: string | undefined
  cells: number
  withPoint: number
  withComma: number
  /** Whether the caller said it. */
  isSaid: boolean
}

/** A column that was said to be written in one way is: what does not fit is an error at its row, and never turned round. */
export function decimalOf(
  records: readonly SheetRecord[],
  at: number,
  said: Decimal | undefined,
): ColumnDecimal {
  const found: ColumnDecimal = {
    decimal: null,
    example: undefined,
    cells: 0,
    withPoint: 0,
    withComma: 0,
    isSaid: said !== undefined,
  }
  for (const { cells, numbers } of records) {
    if (numbers?.has(at)) continue
    const cell = originalCell(cells[at] ?? '')
    const { withPoint, withComma } = waysOf(cell)
    if (withPoint === withComma) continue
    if (withPoint === undefined) found.withComma++
    else if (withComma === undefined) found.withPoint++
    else {
      found.cells++
      found.example ??= cell.trim()
    }
  }
  return { ...found, decimal: said ?? decided(found) }
}

function decided({ withPoint, withComma, cells }: ColumnDecimal): ColumnDecimal['decimal'] {
  if (withPoint > withComma) return 'point'
  if (withComma > withPoint) return 'comma'
  if (withPoint > 0) return 'mixed'
  return cells > 0 ? 'unclear' : null
}

/** The number of a cell, or why it is none in the way in which its column is written. */
export function numberIn(
  record: SheetRecord,
  at: number,
  column: ColumnDecimal | undefined,
): ReadNumber | { message: Said } {
  const cell = originalCell(record.cells[at] ?? '')
  const decimal = column?.decimal ?? 'point'
  const { withPoint, withComma } = waysOf(cell)
  if (record.numbers?.has(at)) return readNumber(cell, 'point') ?? noNumber(cell)
  if (withPoint === undefined && withComma === undefined) return noNumber(cell)
  if (withPoint === withComma) return readNumber(cell, 'point') ?? noNumber(cell)
  if (decimal === 'unclear' || decimal === 'mixed')
    return { message: twoWays(cell, decimal, { withPoint, withComma }) }
  const isBoth = withPoint !== undefined && withComma !== undefined
  const others = decimal === 'point' ? column?.withComma : column?.withPoint
  // In a column that is written in both ways, a cell that fits both stays open: its neighbours prove nothing.
  if (isBoth && !column?.isSaid && (others ?? 0) > 0)
    return { message: twoWays(cell, 'mixed', { withPoint, withComma }) }
  return readNumber(cell, decimal) ?? { message: otherWay(cell, decimal, column) }
}

function noNumber(cell: string): { message: Said } {
  return { message: { en: `"${shown(cell)}" is no number.`, de: `„${shown(cell)}“ ist keine Zahl.` } }
}

function twoWays(
  cell: string,
  decimal: 'unclear' | 'mixed',
  { withPoint, withComma }: { withPoint: string | undefined; withComma: string | undefined },
): Said {
  const [en, de] = [`"${shown(cell)}"`, `„${shown(cell)}“`]
  if (decimal === 'unclear')
    return {
      en: `${en} is ${withPoint} with a decimal point and ${withComma} with a decimal comma. Say which the column has.`,
      de: `${de} ist ${withPoint} mit Dezimalpunkt und ${withComma} mit Dezimalkomma. Sagen Sie, was die Spalte hat.`,
    }
  const why = {
    en: 'and its column has decimal points and decimal commas. Write them alike.',
    de: 'und in der Spalte stehen Dezimalpunkte und Dezimalkommas. Schreiben Sie sie gleich.',
  }
  if (withPoint === undefined)
    return { en: `${en} has a decimal comma, ${why.en}`, de: `${de} hat ein Dezimalkomma, ${why.de}` }
  if (withComma === undefined)
    return { en: `${en} has a decimal point, ${why.en}`, de: `${de} hat einen Dezimalpunkt, ${why.de}` }
  return {
    en: `${en} may be ${withPoint} or ${withComma}, ${why.en}`,
    de: `${de} kann ${withPoint} oder ${withComma} sein, ${why.de}`,
  }
}

function otherWay(cell: string, decimal: Decimal, column: ColumnDecimal | undefined): Said {
  const [its, theirs] = decimal === 'point' ? (['comma', 'point'] as const) : (['point', 'comma'] as const)
  const others = (decimal === 'point' ? column?.withPoint : column?.withComma) ?? 0
  const of =
    others > 0
      ? {
          en: `${others.toLocaleString('en')} other cells of its column have`,
          de: `${others.toLocaleString('de')} andere Zellen der Spalte haben`,
        }
      : { en: 'its column was said to have', de: 'für die Spalte wurde gesagt:' }
  return {
    en: `"${shown(cell)}" is written with a decimal ${its}, and ${of.en} a decimal ${theirs}. Write them alike.`,
    de: `„${shown(cell)}“ ist mit ${MARK[its]} geschrieben, und ${of.de} ${MARK[theirs]}. Schreiben Sie sie gleich.`,
  }
}

const MARK = { point: 'Dezimalpunkt', comma: 'Dezimalkomma' }

const SHOWN_MAX = 40

function shown(cell: string): string {
  const text = cell.trim()
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX).toWellFormed()}…` : text
}
