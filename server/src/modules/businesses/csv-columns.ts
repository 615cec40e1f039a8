import { z } from 'zod'
import { line } from '#server/catalogue/fields.ts'
import type { CsvTable } from './csv-table.ts'
import { twoColumnsForOne, unknownColumn } from './problems.ts'

/** What a column of a file can become. */
export const ColumnField = z
  .enum(['name', 'description', 'category', 'stage', 'entity', 'links', 'tags', 'nothing'])
  .describe(
    'What the column becomes. Several may become description, links or tags; "nothing" leaves it out.',
  )
export type ColumnField = z.output<typeof ColumnField>

export const Mapping = z
  .array(z.strictObject({ column: line(120).describe('As the header names it.'), field: ColumnField }))
  .max(100)
export type Mapping = z.output<typeof Mapping>

const OF_SEVERAL: ReadonlySet<ColumnField> = new Set(['description', 'links', 'tags', 'nothing'])

/** Headers of real files, in lower case and without what is no letter; "Satus" is in one that 688 companies came in. */
const HEADERS: Record<Exclude<ColumnField, 'nothing'>, readonly string[]> = {
  name: [
    'name',
    'business',
    'company',
    'brand',
    'venture',
    'startup',
    'project',
    'businessname',
    'companyname',
    'title',
  ],
  description: ['description', 'about', 'summary', 'details', 'whatitdoes', 'tagline', 'pitch'],
  category: ['category', 'sector', 'industry', 'vertical'],
  stage: ['stage', 'status', 'satus', 'state', 'phase'],
  entity: ['entity', 'legalentity', 'owner', 'holding', 'heldby', 'parent'],
  links: ['link', 'links', 'website', 'web', 'url', 'urls', 'homepage', 'site', 'domain'],
  tags: ['tag', 'tags', 'categories', 'keywords', 'labels', 'topics', 'industries'],
}
const ROWS_LOOKED_AT = 50

/** A field per column: as the caller says, or as the header and the values suggest. */
export function fieldsOf(table: CsvTable, mapping: Mapping | undefined): ColumnField[] {
  if (mapping === undefined) return suggested(table)
  const unknown = mapping.find(({ column }) => !table.columns.includes(column))
  if (unknown) throw unknownColumn(unknown.column, table.columns)
  const fields = table.columns.map(
    (column): ColumnField => mapping.findLast((one) => one.column === column)?.field ?? 'nothing',
  )
  const twice = fields.find((field, at) => !OF_SEVERAL.has(field) && fields.indexOf(field) !== at)
  if (twice)
    throw twoColumnsForOne(
      twice,
      table.columns.filter((_column, at) => fields[at] === twice),
    )
  return fields
}

function suggested({ columns, records }: CsvTable): ColumnField[] {
  const taken = new Set<ColumnField>()
  return columns.map((column, at) => {
    const cells = records.slice(0, ROWS_LOOKED_AT).map(({ cells: row }) => row[at] ?? '')
    const field = fieldByHeader(column) ?? (holdsLinks(cells) ? 'links' : 'nothing')
    if (taken.has(field) && !OF_SEVERAL.has(field)) return 'nothing'
    taken.add(field)
    return field
  })
}

function fieldByHeader(column: string): ColumnField | undefined {
  const plain = column.toLowerCase().replaceAll(/[^\p{L}]/gu, '')
  return ColumnField.options.find((field) => field !== 'nothing' && HEADERS[field].includes(plain))
}

function holdsLinks(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.every((cell) => /^\s*https?:\/\//i.test(cell))
}
