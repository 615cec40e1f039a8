import { isId, type Id } from '#kernel/ids.ts'
import type { Stage } from './business-states.ts'
import type { CategoriesByName } from './category-by-name.ts'
import { NewRow } from './create-businesses.ts'
import { linksIn, originalCell, tagsIn } from './csv-cell.ts'
import type { ColumnField } from './csv-columns.ts'
import type { CsvRecord } from './csv-table.ts'
import { refusalOf, type KnownPlaces } from './new-business.ts'
import { unknownCategoryName } from './problems.ts'

/** All that is known of a file and of the studio before its records are read. */
export interface Reading {
  columns: readonly string[]
  fields: readonly ColumnField[]
  stageOf(word: string): Stage | undefined
  /** For rows that name no entity. */
  entityId: Id<'entity'> | undefined
  entitiesByName: ReadonlyMap<string, { id: Id<'entity'> }>
  categoriesByName: CategoriesByName
  mayMakeCategories: boolean
  known: KnownPlaces
}

export interface CellError {
  /** Undefined where it is about the row as a whole. */
  field: ColumnField | undefined
  message: string
}

export type Outcome = { business: NewRow } | { errors: CellError[] }

/** The texts of one record, by what they become. */
export type Texts = Record<Exclude<ColumnField, 'nothing'>, string[]>

export function textsOf({ cells }: CsvRecord, fields: readonly ColumnField[]): Texts {
  const texts: Texts = { name: [], description: [], category: [], stage: [], entity: [], links: [], tags: [] }
  for (const [at, field] of fields.entries()) {
    const text = originalCell(cells[at] ?? '')
    if (field === 'nothing' || text.trim() === '') continue
    // In a list, the end of a line says where a value ends.
    texts[field].push(LISTS.has(field) ? text : text.trim())
  }
  return texts
}

const LISTS: ReadonlySet<ColumnField> = new Set(['links', 'tags'])

/** What one record becomes, or everything that is wrong with it. */
export function readRecord(record: CsvRecord, reading: Reading): Outcome {
  const ragged = raggedness(record, reading.columns.length)
  if (ragged !== undefined) return { errors: [{ field: undefined, message: ragged }] }
  const texts = textsOf(record, reading.fields)
  const errors: CellError[] = []
  const unless = <T>(value: T | undefined, field: ColumnField, message: string): T | undefined => {
    if (value === undefined) errors.push({ field, message })
    return value
  }
  const name = unless(texts.name[0], 'name', 'There is no name.')
  const stage = unless(
    stageIn(texts, reading),
    'stage',
    `"${texts.stage[0]}" is no stage; say which it means.`,
  )
  const entityId = unless(entityIn(texts, reading), 'entity', noEntity(texts.entity[0]))
  const given = {
    ...categoryIn(texts, reading),
    name: name ?? '-',
    entityId: entityId ?? NO_ENTITY,
    stage: stage ?? 'idea',
    description: texts.description.join('\n\n'),
    links: texts.links.flatMap(linksIn),
    tags: texts.tags.flatMap(tagsIn),
  }
  const parsed = NewRow.safeParse(given)
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = FIELD_OF[String(path[0])]
    // Ten words of a cell that are no link are told once.
    if (!errors.some((one) => one.field === field))
      errors.push({ field, message: sentence(path, message, given) })
  }
  if (!parsed.success || errors.length > 0) return { errors }
  const refused = placeRefused(parsed.data, reading)
  return refused ? { errors: [refused] } : { business: parsed.data }
}

const NO_ENTITY = `ent_${'0'.repeat(26)}`
const FIELD_OF: Record<string, ColumnField> = {
  name: 'name',
  description: 'description',
  links: 'links',
  tags: 'tags',
  categoryId: 'category',
  categoryName: 'category',
}

/** With the value, where it is one of several in the cell. */
function sentence(
  [name, at]: readonly PropertyKey[],
  message: string,
  given: Record<string, unknown>,
): string {
  const list = given[String(name)]
  const value: unknown = Array.isArray(list) && typeof at === 'number' ? list[at] : undefined
  return typeof value === 'string' ? `"${value.slice(0, VALUE_SHOWN_MAX)}": ${message}.` : `${message}.`
}

const VALUE_SHOWN_MAX = 60

function raggedness({ cells }: CsvRecord, columns: number): string | undefined {
  if (cells.some((cell) => cell.includes('\u{fffd}')))
    return 'It holds a character that could not be read. Save the file as UTF-8 and choose it again.'
  return cells.length === columns
    ? undefined
    : `It has ${cells.length} cells, and the header has ${columns}. Perhaps a comma or a quotation mark is missing.`
}

function stageIn({ stage: [word] }: Texts, { stageOf }: Reading): Stage | undefined {
  return word === undefined ? 'idea' : stageOf(word)
}

function entityIn(
  { entity: [text] }: Texts,
  { entityId, entitiesByName }: Reading,
): Id<'entity'> | undefined {
  if (text === undefined) return entityId
  return isId('entity', text) ? text : entitiesByName.get(text)?.id
}

function noEntity(text: string | undefined): string {
  return text === undefined
    ? 'There is no entity. Choose the one that holds such businesses.'
    : `There is no entity "${text}" that you can use. Create it first, or correct the name.`
}

function categoryIn({ category: [text] }: Texts, { categoriesByName }: Reading) {
  if (text === undefined) return {}
  if (isId('category', text)) return { categoryId: text }
  const known = categoriesByName.get(text)
  return known ? { categoryId: known.id } : { categoryName: text }
}

function placeRefused(row: NewRow, { known, mayMakeCategories }: Reading): CellError | undefined {
  if (row.categoryName !== null && !mayMakeCategories) {
    return { field: 'category', message: unknownCategoryName(row.categoryName).message }
  }
  const refused = refusalOf(row, known)
  const field = refused?.field === 'categoryId' ? 'category' : 'entity'
  return refused && { field, message: refused.problem.message }
}
