import { z } from 'zod'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { Stage } from './business-states.ts'
import { stageIn } from './stage-in.ts'
import { STALLED } from './stage-clock-queries.ts'

export const stalledRule = exceptionRule({
  name: 'businesses.stalled',
  title: { en: 'Stalled', de: 'Stockt' },
  stated: {
    en: 'A business at work has been at its stage for more days than the studio’s own clock of that stage allows.',
    de: 'Ein aktives Unternehmen steht seit mehr Tagen in seiner Phase, als die Uhr des Studios für diese Phase erlaubt.',
  },
  permission: 'businesses.read',
  points: 30,
  facts: z.object({ name: z.string(), stage: Stage, days: z.int(), daysMax: z.int() }),
  rows: STALLED,
  says: ({ name, stage, days, daysMax }) => ({
    en: `"${name}" has been at "${stage}" for ${days} days, and ${daysMax} are allowed. Decide on its next stage, or close it.`,
    de: `„${name}“ steht seit ${days} Tagen in der Phase „${stageIn(stage).de}“, und ${daysMax} sind erlaubt. Entscheiden Sie über die nächste Phase, oder schließen Sie es.`,
  }),
})
