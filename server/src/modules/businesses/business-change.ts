import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { Stage } from './business-states.ts'
import { BusinessFields } from './schema.ts'

/** The fields of a business that can be changed, one by one or many at once. */
export const Changeable = z
  .strictObject({
    name: BusinessFields.name,
    entityId: id('entity'),
    categoryId: id('category').nullable(),
    stage: Stage,
    description: BusinessFields.description,
    links: BusinessFields.links,
    tags: BusinessFields.tags,
  })
  .partial()

/** Which business a change is meant for. */
export const ChangedBusiness = {
  businessId: id('business'),
  revision: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional()
    .describe('Refuses the change when somebody else was quicker.'),
}

export const Archivable = Changeable.extend({
  isArchived: z.boolean().optional().describe('True takes it out of every list, false brings it back.'),
})
export type Archivable = z.output<typeof Archivable>

export const Change = Archivable.extend({
  ...ChangedBusiness,
  addTags: BusinessFields.tags.optional().describe('Tags to have beside those that it has.'),
})
export type Change = z.output<typeof Change>
