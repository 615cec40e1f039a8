import { originalCell } from './csv-cell.ts'
import { twoColumnsForOne, unknownColumn } from './problems.ts'
import type { Sheet } from './sheet.ts'

/** What an import makes of columns: the vocabulary of one importing operation. */
export interface Target<F extends string> {
  /** The importing operation. */
  name: string
  fields: readonly F[]
  /** Fields that more than one column may become. */
  several: ReadonlySet<F>
  /** Fields that hold numbers. */
  numbers: ReadonlySet<F>
  /** Headers of real files, in lower case and without what is no letter. */
  headers: Readonly<Record<F, readonly string[]>>
  /** What a header that is in no list, or the values below it, suggest. */
  suggest?(column: string, cells: readonly string[]): F | undefined
  /** What the first column becomes where no row names the columns. */
  first: F
}

export type Becomes<F extends string> = F | 'nothing'
export type Mapping<F extends string> = { column: string; field: Becomes<F> }[]

const ROWS_LOOKED_AT = 50

/** A field per column: as the caller says, or as the header and the values suggest. */
export function fieldsOf<F extends string>(
  target: Target<F>,
  sheet: Sheet,
  mapping: Mapping<F> | undefined,
): Becomes<F>[] {
  if (mapping === undefined) return suggested(target, sheet)
  const { columns } = sheet
  const unknown = mapping.find(({ column }) => !columns.includes(column))
  if (unknown) throw unknownColumn(unknown.column, columns)
  const fields = columns.map(
    (column): Becomes<F> => mapping.findLast((one) => one.column === column)?.field ?? 'nothing',
  )
  const twice = fields.find((field, at) => isSingle(target, field) && fields.indexOf(field) !== at)
  if (twice)
    throw twoColumnsForOne(
      twice,
      columns.filter((_column, at) => fields[at] === twice),
    )
  return fields
}

/** Whether a header is one that this import knows. */
export function isKnownHeader<F extends string>(target: Target<F>, cell: string): boolean {
  return fieldByHeader(target, cell) !== undefined || target.suggest?.(cell, []) !== undefined
}

function suggested<F extends string>(
  target: Target<F>,
  { columns, records, headerRow }: Sheet,
): Becomes<F>[] {
  const taken = new Set<Becomes<F>>()
  return columns.map((column, at) => {
    const cells = records.slice(0, ROWS_LOOKED_AT).map(({ cells: row }) => originalCell(row[at] ?? ''))
    const byName = headerRow > 0 ? fieldByHeader(target, column) : undefined
    const field: Becomes<F> =
      byName ?? target.suggest?.(column, cells) ?? (headerRow === 0 && at === 0 ? target.first : 'nothing')
    if (taken.has(field) && isSingle(target, field)) return 'nothing'
    taken.add(field)
    return field
  })
}

function isSingle<F extends string>({ several }: Target<F>, field: Becomes<F>): boolean {
  return field !== 'nothing' && !several.has(field)
}

function fieldByHeader<F extends string>({ fields, headers }: Target<F>, column: string): F | undefined {
  const plain = column.toLowerCase().replaceAll(/[^\p{L}]/gu, '')
  return plain === '' ? undefined : fields.find((field) => headers[field].includes(plain))
}
