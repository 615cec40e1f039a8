import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { changeRun } from './change-run.ts'
import { deleteCutOffStep, setQueued, setStepHappened } from './runs-queries.ts'
import { Run } from './schema.ts'

export const settleRun = operation({
  name: 'runs.settle-run',
  summary:
    'Says whether the step happened that a crash cut off; the run then goes on after it, or does it once more.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'runs.write',
  risk: 'irreversible',
  input: z.strictObject({
    runId: id('run'),
    didHappen: z.boolean().describe('Look on the other side first: false does the step again.'),
  }),
  output: Run,
  examples: async (factory) => [{ runId: await factory.aRun('outcome-unknown'), didHappen: true }],
  handle: ({ runId, didHappen }, context) =>
    changeRun(context, runId, {
      wanted: 'settled',
      from: ['outcome-unknown'],
      type: 'runs.run-settled',
      async change() {
        await (didHappen ? setStepHappened(context.tx, runId) : deleteCutOffStep(context.tx, runId))
        await setQueued(context.tx, runId)
      },
    }),
})
