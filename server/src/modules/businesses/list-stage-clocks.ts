import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { Stage } from './business-states.ts'
import { STAGE_DAYS, ruleOf } from './stage-clock.ts'
import { stageClocks } from './stage-clock-queries.ts'

export const StageClock = z
  .strictObject({
    stage: Stage,
    daysMax: z.int().nullable().describe('Days that a business may stay there; null for any time.'),
    isOwn: z.boolean().describe('False where it is as IZA OS comes.'),
    rule: z.string().max(200).describe('The rule in words.'),
  })
  .meta({ id: 'StageClock' })

export const listStageClocks = operation({
  name: 'businesses.list-stage-clocks',
  summary: 'Tells how long a business may stay at each stage before it counts as stalled.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ clocks: z.array(StageClock).max(Stage.options.length) }),
  examples: async () => [{}],
  async handle(_input, { tx }) {
    const own = await stageClocks(tx)
    return {
      clocks: Stage.options.map((stage) => {
        const daysMax = own.get(stage) ?? (own.has(stage) ? null : STAGE_DAYS[stage])
        return { stage, daysMax, isOwn: daysMax !== STAGE_DAYS[stage], rule: ruleOf(stage, daysMax) }
      }),
    }
  },
})
