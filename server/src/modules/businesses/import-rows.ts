import { setImmediate } from 'node:timers/promises'
import type { CallContext } from '#server/catalogue/operation.ts'
import { namesOfCategories } from './businesses-queries.ts'
import type { Id } from '#kernel/ids.ts'
import { isId } from '#kernel/ids.ts'
import { mayMakeCategories } from './category-by-name.ts'
import type { NewRow } from './create-businesses.ts'
import type { ColumnField } from './csv-columns.ts'
import type { CsvRecord, CsvTable } from './csv-table.ts'
import { entitiesNamed, namesOfEntities } from '#server/modules/entities/index.ts'
import { categoriesNamed } from './categories-queries.ts'
import { readRecord, textsOf, type Reading } from './import-record.ts'
import type { RowError } from './problems.ts'
import { stageReader, type StageWords } from './stage-words.ts'

/** Past this, it is the wrong column that became the category. */
const NEW_CATEGORIES_MAX = 200
/** About 10 ms of reading; then others have their turn. */
const ROWS_AT_ONCE = 250

export interface ReadRows {
  ready: { row: number; business: NewRow }[]
  /** Rows that cannot be used; one may have several errors. */
  faulty: number
  errors: RowError[]
  newCategories: string[]
  reading: Reading
}

/** What each row of the file would become, and what is wrong with the others. */
export async function readRows(
  table: CsvTable,
  given: { fields: ColumnField[]; stageWords: StageWords; entityId: Id<'entity'> | undefined },
  context: CallContext,
): Promise<ReadRows> {
  const reading: Reading = {
    columns: table.columns,
    fields: given.fields,
    stageOf: stageReader(given.stageWords),
    entityId: given.entityId,
    ...(await placesIn(table.records, given, context)),
  }
  const read: ReadRows = { ready: [], faulty: 0, errors: [], newCategories: [], reading }
  const newCategories = new Map<string, string>()
  for (const [at, record] of table.records.entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    readOne(record, read, newCategories)
  }
  return { ...read, newCategories: [...newCategories.values()] }
}

function readOne(record: CsvRecord, read: ReadRows, newCategories: Map<string, string>): void {
  const { row } = record
  const outcome = readRecord(record, read.reading)
  const errors = 'errors' in outcome ? outcome.errors : tooManyCategories(outcome.business, newCategories)
  if ('business' in outcome && errors.length === 0) read.ready.push({ row, business: outcome.business })
  else read.faulty++
  for (const { field, message } of errors) {
    read.errors.push({ row, column: columnOf(field, read.reading), message })
  }
}

function tooManyCategories({ categoryName }: NewRow, known: Map<string, string>) {
  if (categoryName === null) return []
  const key = categoryName.toLowerCase()
  if (!known.has(key) && known.size >= NEW_CATEGORIES_MAX) {
    const message = `"${categoryName}" would be one new category too many: ${NEW_CATEGORIES_MAX} are made at once. Is this the right column?`
    return [{ field: 'category', message } as const]
  }
  if (!known.has(key)) known.set(key, categoryName)
  return []
}

/** All columns that become the field: where there are several, an error may be in any of them. */
function columnOf(field: ColumnField | undefined, { columns, fields }: Reading): string | null {
  const named = columns.filter((_column, at) => fields[at] === field)
  return named.length > 0 ? named.join(' · ') : null
}

/** Looks up every entity and category that the file names, once. */
async function placesIn(
  records: readonly CsvRecord[],
  { fields, entityId }: { fields: ColumnField[]; entityId: Id<'entity'> | undefined },
  context: CallContext,
) {
  const { tx, coverage } = context
  const texts = records.map((record) => textsOf(record, fields))
  const entities = [...new Set(texts.flatMap(({ entity }) => entity))]
  const categories = [...new Set(texts.flatMap(({ category }) => category))]
  const [entitiesByName, categoriesByName] = await Promise.all([
    entitiesNamed(tx, entities),
    categoriesNamed(tx, categories),
  ])
  const entityIds = [
    ...entities.filter((text) => isId('entity', text)),
    ...ids(entitiesByName),
    entityId ?? [],
  ].flat()
  const categoryIds = [...categories.filter((text) => isId('category', text)), ...ids(categoriesByName)]
  const [entityNames, categoryNames] = await Promise.all([
    namesOfEntities(tx, entityIds),
    namesOfCategories(tx, categoryIds),
  ])
  return {
    entitiesByName,
    categoriesByName,
    mayMakeCategories: mayMakeCategories(context),
    known: { entityNames, categoryNames, ownerNames: new Map(), coverage },
  }
}

function ids<T>(named: ReadonlyMap<string, { id: T }>): T[] {
  return [...named.values()].map(({ id }) => id)
}
