import { z } from 'zod'
import { day, id, prose } from '#server/catalogue/fields.ts'
import { Stage } from './business-states.ts'
import { BusinessFields } from './schema.ts'

/** The fields of a business that can be changed, one by one or many at once. */
export const Changeable = z
  .strictObject({
    name: BusinessFields.name,
    entityId: id('entity'),
    categoryId: id('category').nullable(),
    stage: Stage,
    ownerId: id('person').nullable(),
    description: BusinessFields.description,
    links: BusinessFields.links,
    tags: BusinessFields.tags,
  })
  .partial()

/** Which business a change is meant for, and what is kept with the moves that it makes. */
export const ChangedBusiness = {
  businessId: id('business'),
  revision: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional()
    .describe('Refuses the change when somebody else was quicker.'),
  effectiveOn: day()
    .optional()
    .describe(
      'From which day on entity, category, stage or owner are so: today in UTC where it is not named. A day before a later move changes the history, and not the present.',
    ),
  evidence: prose(4000).optional().describe('What the move rests on; kept in the history.'),
  reason: prose(1000).optional().describe('Why it was decided so; kept in the history.'),
  takesBack: z
    .int()
    .min(2)
    .max(2 ** 31 - 1)
    .optional()
    .describe(
      'Takes back the moves that the change to this revision made: the history shows them as withdrawn.',
    ),
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
