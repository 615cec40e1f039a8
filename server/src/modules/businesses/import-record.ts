import { isId, type Id } from '#kernel/ids.ts'
import { inEach, type Said } from '#kernel/languages.ts'
import { saidOf } from '#server/catalogue/schema-words.ts'
import {
  linksIn,
  tagsIn,
  textsOf,
  type CellError,
  type Outcome,
  type PreparedSheet,
  type SheetRecord,
} from '#server/modules/imports/index.ts'
import type { Stage } from './business-states.ts'
import type { CategoriesByName } from './category-by-name.ts'
import { NewRow } from './create-businesses.ts'
import type { BusinessField } from './import-target.ts'
import { refusalOf, type KnownPlaces } from './new-business.ts'
import { unknownCategoryName } from './problems.ts'

/** All that is known of a file and of the studio before its records are read. */
export interface Reading {
  sheet: PreparedSheet<BusinessField>
  stageOf(word: string): Stage | undefined
  /** For rows that name no entity. */
  entityId: Id<'entity'> | undefined
  entitiesByName: ReadonlyMap<string, { id: Id<'entity'> }>
  categoriesByName: CategoriesByName
  /** By e-mail address or by name; of a name that two have, both. */
  ownersByName: ReadonlyMap<string, readonly { id: Id<'person'> }[]>
  mayMakeCategories: boolean
  known: KnownPlaces
}

/** The texts of one record, by what they become. */
export type Texts = Record<BusinessField, string[]>

export function businessTexts(record: SheetRecord, sheet: PreparedSheet<BusinessField>): Texts {
  const texts: Texts = {
    name: [],
    description: [],
    category: [],
    stage: [],
    entity: [],
    owner: [],
    links: [],
    tags: [],
  }
  // In a list, the end of a line says where a value ends.
  for (const { field, text } of textsOf(record, sheet))
    texts[field].push(LISTS.has(field) ? text : text.trim())
  return texts
}

const LISTS: ReadonlySet<BusinessField> = new Set(['links', 'tags'])

/** What one record becomes, or everything that is wrong with it. */
export function readRecord(record: SheetRecord, reading: Reading): Outcome<BusinessField, NewRow> {
  const texts = businessTexts(record, reading.sheet)
  const errors: CellError<BusinessField>[] = []
  const unless = <T>(value: T | undefined, field: BusinessField, message: Said): T | undefined => {
    if (value === undefined) errors.push({ field, message })
    return value
  }
  const name = unless(texts.name[0], 'name', { en: 'There is no name.', de: 'Der Name fehlt.' })
  const stage = unless(stageIn(texts, reading), 'stage', {
    en: `"${texts.stage[0]}" is no stage; say which it means.`,
    de: `„${texts.stage[0]}“ ist keine Phase; sagen Sie, welche gemeint ist.`,
  })
  const entityId = unless(entityIn(texts, reading), 'entity', noEntity(texts.entity[0]))
  const ownerId = unless(ownerIn(texts, reading), 'owner', noOwner(texts.owner[0], reading))
  const given = {
    ...categoryIn(texts, reading),
    name: name ?? '-',
    entityId: entityId ?? NO_ENTITY,
    stage: stage ?? 'idea',
    ownerId: ownerId ?? null,
    description: texts.description.join('\n\n'),
    links: texts.links.flatMap(linksIn),
    tags: texts.tags.flatMap(tagsIn),
  }
  const parsed = NewRow.safeParse(given)
  for (const issue of parsed.error?.issues ?? []) {
    const field = FIELD_OF[String(issue.path[0])]
    // Ten words of a cell that are no link are told once.
    if (!errors.some((one) => one.field === field))
      errors.push({ field, message: sentence(issue.path, saidOf(issue, given), given) })
  }
  if (!parsed.success || errors.length > 0) return { errors }
  const refused = placeRefused(parsed.data, reading)
  return refused ? { errors: [refused] } : { ready: parsed.data }
}

const NO_ENTITY = `ent_${'0'.repeat(26)}`
const FIELD_OF: Record<string, BusinessField> = {
  name: 'name',
  description: 'description',
  links: 'links',
  tags: 'tags',
  categoryId: 'category',
  categoryName: 'category',
}

/** With the value, where it is one of several in the cell. */
function sentence([name, at]: readonly PropertyKey[], message: Said, given: Record<string, unknown>): Said {
  const list = given[String(name)]
  const value: unknown = Array.isArray(list) && typeof at === 'number' ? list[at] : undefined
  const of = typeof value === 'string' ? `"${value.slice(0, VALUE_SHOWN_MAX)}": ` : ''
  return inEach((language) => `${of}${message[language]}.`)
}

const VALUE_SHOWN_MAX = 60

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

function noEntity(text: string | undefined): Said {
  return text === undefined
    ? {
        en: 'There is no entity. Choose the one that holds such businesses.',
        de: 'Die Gesellschaft fehlt. Wählen Sie die, der solche Unternehmen gehören.',
      }
    : {
        en: `There is no entity "${text}" that you can use. Create it first, or correct the name.`,
        de: `Es gibt keine Gesellschaft „${text}“, die Sie verwenden können. Legen Sie sie zuerst an, oder berichtigen Sie den Namen.`,
      }
}

/** Null where the row names nobody. */
function ownerIn({ owner: [text] }: Texts, { ownersByName }: Reading): Id<'person'> | null | undefined {
  if (text === undefined) return null
  if (isId('person', text)) return text
  const [only, second] = ownersByName.get(text) ?? []
  return second ? undefined : only?.id
}

function noOwner(text: string | undefined, { ownersByName }: Reading): Said {
  return (ownersByName.get(text ?? '') ?? []).length > 1
    ? {
        en: `Several people are called "${text}". Write the e-mail address of the one who is meant.`,
        de: `Mehrere heißen „${text}“. Schreiben Sie die E-Mail-Adresse der Person, die gemeint ist.`,
      }
    : {
        en: `There is nobody "${text}" whom you can name as an owner. Write the e-mail address of one of the people of this studio, or invite them first.`,
        de: `Es gibt niemanden „${text}“, den Sie als verantwortlich nennen können. Schreiben Sie die E-Mail-Adresse einer Person dieses Studios, oder laden Sie sie zuerst ein.`,
      }
}

function categoryIn({ category: [text] }: Texts, { categoriesByName }: Reading) {
  if (text === undefined) return {}
  if (isId('category', text)) return { categoryId: text }
  const known = categoriesByName.get(text)
  return known ? { categoryId: known.id } : { categoryName: text }
}

const FIELD_OF_PLACE = { categoryId: 'category', entityId: 'entity', ownerId: 'owner' } as const

function placeRefused(
  row: NewRow,
  { known, mayMakeCategories }: Reading,
): CellError<BusinessField> | undefined {
  if (row.categoryName !== null && !mayMakeCategories) {
    return { field: 'category', message: unknownCategoryName(row.categoryName).said }
  }
  const refused = refusalOf(row, known)
  return refused && { field: FIELD_OF_PLACE[refused.field], message: refused.problem.said }
}
