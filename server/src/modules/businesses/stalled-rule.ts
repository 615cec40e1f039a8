import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { STALLED } from './stage-clock-queries.ts'

export const stalledRule = exceptionRule({
  name: 'businesses.stalled',
  title: 'Stalled',
  stated:
    'A business at work has been at its stage for more days than the studio’s own clock of that stage allows.',
  permission: 'businesses.read',
  points: 30,
  facts: z.object({ name: z.string(), stage: z.string(), days: z.int(), daysMax: z.int() }),
  rows: STALLED,
  says: ({ name, stage, days, daysMax }) =>
    `"${name}" has been at "${stage}" for ${days} days, and ${daysMax} are allowed. Decide on its next stage, or close it.`,
})
