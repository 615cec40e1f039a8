import { isId, type Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { entitiesNamed, namesOfEntities } from '#server/modules/entities/index.ts'
import { namesOfMembers } from '#server/modules/identity/index.ts'
import {
  readRecords,
  type Outcome,
  type PreparedSheet,
  type ReadRecords,
} from '#server/modules/imports/index.ts'
import { namesOfCategories } from './businesses-queries.ts'
import { categoriesNamed } from './categories-queries.ts'
import { mayMakeCategories } from './category-by-name.ts'
import type { NewRow } from './create-businesses.ts'
import { businessTexts, readRecord, type Reading } from './import-record.ts'
import type { BusinessField } from './import-target.ts'
import { ownersNamed } from './owners-queries.ts'
import { stageReader, type StageWords } from './stage-words.ts'

/** Past this, it is the wrong column that became the category. */
const NEW_CATEGORIES_MAX = 200

export interface ReadRows extends ReadRecords<NewRow> {
  newCategories: string[]
  reading: Reading
}

/** What each row of the file would become, and what is wrong with the others. */
export async function readRows(
  sheet: PreparedSheet<BusinessField>,
  given: { stageWords: StageWords; entityId: Id<'entity'> | undefined },
  context: CallContext,
): Promise<ReadRows> {
  const reading: Reading = {
    sheet,
    stageOf: stageReader(given.stageWords),
    entityId: given.entityId,
    ...(await placesIn(sheet, given.entityId, context)),
  }
  const newCategories = new Map<string, string>()
  const read = await readRecords(sheet, (record) => {
    const outcome = readRecord(record, reading)
    return 'ready' in outcome ? unlessTooMany(outcome.ready, newCategories) : outcome
  })
  return { ...read, newCategories: [...newCategories.values()], reading }
}

function unlessTooMany(row: NewRow, known: Map<string, string>): Outcome<BusinessField, NewRow> {
  const { categoryName } = row
  if (categoryName === null) return { ready: row }
  const key = categoryName.toLowerCase()
  if (!known.has(key) && known.size >= NEW_CATEGORIES_MAX) {
    const message = {
      en: `"${categoryName}" would be one new category too many: ${NEW_CATEGORIES_MAX} are made at once. Is this the right column?`,
      de: `„${categoryName}“ wäre eine neue Kategorie zu viel: ${NEW_CATEGORIES_MAX} werden auf einmal angelegt. Ist es die richtige Spalte?`,
    }
    return { errors: [{ field: 'category', message }] }
  }
  if (!known.has(key)) known.set(key, categoryName)
  return { ready: row }
}

/** Looks up every entity, category and owner that the file names, once. */
async function placesIn(
  sheet: PreparedSheet<BusinessField>,
  entityId: Id<'entity'> | undefined,
  context: CallContext,
) {
  const { tx, coverage } = context
  const texts = sheet.records.map((record) => businessTexts(record, sheet))
  const named = (field: BusinessField) => [...new Set(texts.flatMap((one) => one[field]))]
  const [entities, categories, owners] = [named('entity'), named('category'), named('owner')]
  const [entitiesByName, categoriesByName, ownersByName] = await Promise.all([
    entitiesNamed(tx, entities),
    categoriesNamed(tx, categories),
    ownersNamed(tx, owners),
  ])
  const [entityNames, categoryNames, ownerNames] = await Promise.all([
    namesOfEntities(tx, [...idsAmong('entity', entities), ...ids(entitiesByName), entityId ?? []].flat()),
    namesOfCategories(tx, [...idsAmong('category', categories), ...ids(categoriesByName)]),
    namesOfMembers(tx, [
      ...idsAmong('person', owners),
      ...[...ownersByName.values()].flat().map(({ id }) => id),
    ]),
  ])
  return {
    entitiesByName,
    categoriesByName,
    ownersByName,
    mayMakeCategories: mayMakeCategories(context),
    known: { entityNames, categoryNames, ownerNames, coverage },
  }
}

function idsAmong<N extends 'entity' | 'category' | 'person'>(noun: N, texts: readonly string[]): Id<N>[] {
  return texts.filter((text): text is Id<N> => isId(noun, text))
}

function ids<T>(named: ReadonlyMap<string, { id: T }>): T[] {
  return [...named.values()].map(({ id }) => id)
}
