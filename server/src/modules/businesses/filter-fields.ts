import { today } from '#kernel/periods.ts'
import { z } from 'zod'
import { day, id, line, prose } from '#server/catalogue/fields.ts'
import { onlyIds } from '#server/catalogue/listing.ts'
import type { ExceptionRule } from '#server/modules/exceptions/index.ts'
import { BandFilter } from '#server/modules/health/index.ts'
import { asOfToCome, healthIsOfNow } from './problems.ts'
import { Stage } from './business-states.ts'
import type { BusinessFilter } from './businesses-queries.ts'
import { Standing } from './standing.ts'

/** What narrows the businesses: the same wherever they are listed, counted or taken out. */
export const FilterFields = {
  ids: onlyIds('business'),
  search: prose(200).optional().describe('Words in the name or description, or an id.'),
  stage: Stage.optional(),
  entityId: id('entity').optional(),
  categoryId: id('category').optional(),
  runId: id('run').optional().describe('Those that a run created, such as an import.'),
  hasCategory: z.boolean().optional().describe('False finds those without a category.'),
  ownerId: id('person').optional(),
  hasOwner: z.boolean().optional().describe('False finds those that nobody answers for.'),
  tag: line(60).optional().describe('Exactly this tag.'),
  hasTags: z.boolean().optional().describe('False finds those without a tag.'),
  isStalled: z
    .boolean()
    .optional()
    .describe(
      'True finds those that stand at their stage for longer than its clock allows: see list-stage-clocks.',
    ),
  health: BandFilter.optional().describe(
    'By the band of its health, as it was last assessed; unknown where it was not since it was created.',
  ),
  standing: Standing.optional(),
  stoodAt: Stage.optional().describe('Those that ever stood at this stage, or do now.'),
  wentOnFrom: Stage.optional().describe(
    'Those that stood at this stage and at a later one after it; closed is none.',
  ),
  movedTo: Stage.optional().describe(
    'Those that came to this stage from another one; not those that were added at it.',
  ),
  movedSince: day()
    .optional()
    .describe(
      'Those of which entity, category, stage or owner changed on this day or later; with movedTo, those that came to the stage since.',
    ),
  beganIn: z
    .int()
    .min(1800)
    .max(2199)
    .optional()
    .describe('Those whose first move is of this year: its vintage.'),
  asOf: day()
    .optional()
    .describe(
      'Those that there were on this day and were at work then. Names, tags and the like are as they are now.',
    ),
  classification: z
    .enum(['then', 'present'])
    .optional()
    .describe(
      'With asOf: by the entity, category, stage and owner that they had then, as without it, or by those that they have at present.',
    ),
  isArchived: z
    .boolean()
    .optional()
    .describe('True finds what was archived; false what is at work, as without it. `ids` find both.'),
}

type Given = z.output<z.ZodObject<typeof FilterFields>>

export function filterFrom(
  { asOf: on, classification, ...given }: Given,
  healthRules: readonly ExceptionRule[],
): BusinessFilter {
  if (on !== undefined && given.health) throw healthIsOfNow(on)
  if (on !== undefined && on > today()) throw asOfToCome(on, today())
  const asOf = on === undefined ? undefined : { day: on, classification: classification ?? 'then' }
  return { ...given, healthRules, asOf, isArchived: given.isArchived ?? (given.ids ? undefined : false) }
}
