import type { Said } from '#kernel/languages.ts'
import {
  cellName,
  columnDecimal,
  numberIn,
  originalCell,
  type ColumnDecimal,
  type Decimal,
  type SheetRecord,
} from '#server/modules/imports/index.ts'

export interface ReadAmount {
  cell: string
  /** Decimal text with its sign; `0` counts as nothing. */
  value: string
}

export type AmountReader = (
  record: SheetRecord,
  at: number | undefined,
) => ReadAmount | { cell: string; message: Said } | undefined

/**
 * Reads the cells of columns of amounts. How they are written is found out from all columns together: one that leaves it open is
 * written as the others are.
 */
export function amountReader(
  records: readonly SheetRecord[],
  columns: readonly (number | undefined)[],
  said: Decimal | undefined,
): AmountReader {
  const places = columns.filter((at) => at !== undefined)
  const found = new Map<number, ColumnDecimal>(places.map((at) => [at, columnDecimal(records, at, said)]))
  const clear = [...found.values()].flatMap(({ decimal }) =>
    decimal === 'point' || decimal === 'comma' ? [decimal] : [],
  )
  const [first] = clear
  if (first !== undefined && clear.every((one) => one === first))
    for (const [at, { decimal }] of found)
      if (decimal === 'unclear' || decimal === null) found.set(at, columnDecimal(records, at, first))
  return (record, at) => {
    if (at === undefined) return undefined
    const cell = cellName(at, record.row)
    const fault = record.faults?.get(at)
    if (fault) return { cell, message: fault }
    const text = originalCell(record.cells[at] ?? '').trim()
    if (text === '' || text === '-') return undefined
    const read = numberIn(record, at, found.get(at))
    if ('message' in read) return { cell, message: read.message }
    return /[1-9]/.test(read.value) ? { cell, value: read.value } : undefined
  }
}
