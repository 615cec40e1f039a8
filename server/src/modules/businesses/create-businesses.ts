import { today } from '#kernel/periods.ts'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import { day, id, line } from '#server/catalogue/fields.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import { document } from '#server/catalogue/secret-fields.ts'
import { Stage } from './business-states.ts'
import { insertBusinesses, namesOfCategories } from './businesses-queries.ts'
import { ensureCategories, mayMakeCategories, type CategoriesByName } from './category-by-name.ts'
import { categoriesNamed } from './categories-queries.ts'
import { exampleEntity, namesOfEntities } from '#server/modules/entities/index.ts'
import { namesOfMembers } from '#server/modules/identity/index.ts'
import { newRows } from './first-moves.ts'
import { refusalOf, type KnownPlaces } from './new-business.ts'
import { dayToCome, rowsHaveErrors, unknownCategoryName } from './problems.ts'
import { ensureRoom } from './room-left.ts'
import { BusinessFields, Category } from './schema.ts'

/** So many rows are one transaction: measured at about 50 µs a row (bench/import.ts). */
export const ROWS_MAX = 20_000
export const BODY_BYTES_MAX = 40_000_000

export const NewRow = z.strictObject({
  name: BusinessFields.name,
  entityId: id('entity').describe('The legal entity that holds it.'),
  categoryId: id('category').nullable().default(null).describe("One of the studio's own categories."),
  categoryName: line(80)
    .nullable()
    .default(null)
    .describe('Instead of categoryId: a category by its name, which is made where there is none yet.'),
  stage: Stage.default('idea'),
  ownerId: id('person').nullable().default(null).describe('Who answers for it.'),
  effectiveOn: day()
    .optional()
    .describe('Its first day, as in businesses.create-business; today in UTC where it is not named.'),
  description: BusinessFields.description.default(''),
  links: BusinessFields.links.default([]),
  tags: BusinessFields.tags.default([]),
})
export type NewRow = z.output<typeof NewRow>

export const createBusinesses = operation({
  name: 'businesses.create-businesses',
  summary: 'Adds many businesses at once: all of them, or none where one row cannot be used.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'businesses.write',
  risk: 'none',
  carriesOut: ['businesses.create-business'],
  bodyBytesMax: BODY_BYTES_MAX,
  input: z.strictObject({ businesses: document(z.array(NewRow).min(1).max(ROWS_MAX)) }),
  output: z.strictObject({
    businessIds: z.array(id('business')).max(ROWS_MAX).describe('In the order of the rows.'),
    newCategories: z.array(Category).max(ROWS_MAX).describe('Made for names that were no category yet.'),
  }),
  examples: async (factory) => {
    const { id: entityId } = await exampleEntity(factory)
    return [
      {
        businesses: [
          { name: 'Lovelace Analytics', entityId },
          { name: 'Nordlicht Möbel', entityId, tags: ['retail'] },
        ],
      },
      {
        businesses: [
          { name: 'Babbage Engines', entityId, categoryName: `Engines ${newId('category').slice(-6)}` },
        ],
      },
    ]
  },
  undo: (_input, { businessIds }) => ({ operation: 'businesses.archive-businesses', input: { businessIds } }),
  async handle({ businesses: rows }, context) {
    const { tx, record } = context
    const { studioId } = present(context.access, 'a business belongs to a studio')
    const now = today()
    const { known, byName } = await placesOf(rows, context)
    const errors = errorsIn(rows, { known, byName, mayMake: mayMakeCategories(context), today: now })
    if (errors.length > 0) throw rowsHaveErrors({ rows: rows.length, errors })

    await ensureRoom(tx, rows.length)
    const fresh = await ensureCategories(context, studioId, newNames(rows, byName))
    const made = rows.map(({ categoryId, categoryName, effectiveOn = now, ...rest }) => {
      const named =
        categoryName === null ? undefined : (byName.get(categoryName) ?? fresh.byName.get(categoryName))
      return {
        effectiveOn,
        business: { id: newId('business'), ...rest, categoryId: named?.id ?? categoryId },
      }
    })
    const given = { studioId, actor: context.actor }
    const written = made.map(({ business, effectiveOn }) => newRows(business, { ...given, effectiveOn }))
    await insertBusinesses(tx, {
      rows: written.map(({ row }) => row),
      moves: written.flatMap(({ moves }) => moves),
    })
    for (const { effectiveOn, business } of made) {
      const { id: businessId, ...plain } = business
      const after = effectiveOn === now ? plain : { ...plain, effectiveOn }
      record({ type: 'businesses.business-created', subjectId: businessId, businessId, after })
    }
    return { businessIds: made.map(({ business }) => business.id), newCategories: fresh.made }
  },
})

async function placesOf(
  rows: readonly NewRow[],
  { tx, coverage }: CallContext,
): Promise<{ known: KnownPlaces; byName: CategoriesByName }> {
  const [entityNames, categoryNames, ownerNames, byName] = await Promise.all([
    namesOfEntities(tx, distinct(rows.map(({ entityId }) => entityId))),
    namesOfCategories(tx, distinct(rows.map(({ categoryId }) => categoryId))),
    namesOfMembers(tx, distinct(rows.map(({ ownerId }) => ownerId))),
    categoriesNamed(tx, distinct(rows.map(({ categoryName }) => categoryName))),
  ])
  return { known: { entityNames, categoryNames, ownerNames, coverage }, byName }
}

function distinct<T extends string>(values: (T | null)[]): T[] {
  return [...new Set(values)].filter((one) => one !== null)
}

function errorsIn(
  rows: readonly NewRow[],
  given: { known: KnownPlaces; byName: CategoriesByName; mayMake: boolean; today: string },
): FieldProblem[] {
  return rows.flatMap((row, at) => {
    const { entityId, categoryId, categoryName, ownerId, effectiveOn } = row
    const tell = (field: keyof NewRow, message: Said) => [{ path: `/businesses/${at}/${field}`, message }]
    if (effectiveOn !== undefined && effectiveOn > given.today)
      return tell('effectiveOn', dayToCome(effectiveOn, given.today).said)
    if (categoryId !== null && categoryName !== null)
      return tell('categoryName', {
        en: 'Name the category by its id or by its name, and not by both.',
        de: 'Nennen Sie die Kategorie mit ihrer Kennung oder ihrem Namen, und nicht mit beidem.',
      })
    const named: Id<'category'> | undefined =
      categoryName === null ? undefined : given.byName.get(categoryName)?.id
    if (categoryName !== null && !named && !given.mayMake)
      return tell('categoryName', unknownCategoryName(categoryName).said)
    // A category of that name was found under the caller's own rights, so only its cover is to be looked at.
    const categoryNames = named ? new Map([[named, '']]) : given.known.categoryNames
    const refused = refusalOf(
      { entityId, categoryId: named ?? categoryId, ownerId },
      { ...given.known, categoryNames },
    )
    return refused ? tell(refused.field, refused.problem.said) : []
  })
}

function newNames(rows: readonly NewRow[], byName: CategoriesByName): string[] {
  const names = rows.flatMap(({ categoryName }) =>
    categoryName !== null && !byName.has(categoryName) ? [categoryName] : [],
  )
  return [...new Set(names)]
}
