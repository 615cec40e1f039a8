import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Stage } from './business-states.ts'
import { listStageClocks } from './list-stage-clocks.ts'
import { STAGE_DAYS } from './stage-clock.ts'
import { setStageClockRow, stageClocks } from './stage-clock-queries.ts'

const DaysMax = z.int().min(1).max(3650).nullable()

export const setStageClock = operation({
  name: 'businesses.set-stage-clock',
  summary:
    'Says how many days a business may stay at a stage before it counts as stalled; null for any time.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'businesses.write-stage-clocks',
  risk: 'none',
  input: z.strictObject({ stage: Stage, daysMax: DaysMax }),
  output: z.strictObject({ stage: Stage, daysMax: DaysMax, previous: DaysMax }),
  examples: async (factory) => {
    const { clocks } = await factory.invoke(listStageClocks, {})
    const daysMax = (clocks[0]?.daysMax ?? 0) + 1
    return [
      { stage: 'idea' as const, daysMax },
      { stage: 'launched' as const, daysMax: null },
    ]
  },
  undo: (_input, { stage, previous }) => ({
    operation: 'businesses.set-stage-clock',
    input: { stage, daysMax: previous },
  }),
  async handle({ stage, daysMax }, { tx, access, record }) {
    const { studioId } = present(access, 'a clock belongs to a studio')
    const own = await stageClocks(tx)
    const previous = own.get(stage) ?? (own.has(stage) ? null : STAGE_DAYS[stage])
    if (previous !== daysMax) {
      await setStageClockRow(tx, { studioId, stage, daysMax })
      record({
        type: 'businesses.stage-clock-set',
        subjectId: studioId,
        before: { stage, daysMax: previous },
        after: { stage, daysMax },
      })
    }
    return { stage, daysMax, previous }
  },
})
