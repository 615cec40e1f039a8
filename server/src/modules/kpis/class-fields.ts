import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { Stage } from '#server/modules/businesses/index.ts'

/** What narrows values to some of the businesses at work. */
export const ClassFields = {
  entityId: id('entity').optional(),
  categoryId: id('category').optional(),
  hasCategory: z.boolean().optional().describe('False finds those of businesses without one.'),
  stage: Stage.optional(),
  ownerId: id('person').optional(),
  hasOwner: z.boolean().optional().describe('False finds those of businesses that nobody answers for.'),
}

export const Classification = z
  .enum(['then', 'present'])
  .describe(
    'By the category, entity, stage and owner that a business had at the end of the period (of a period that lasts, today), or by those that it has at present.',
  )
export type Classification = z.output<typeof Classification>
