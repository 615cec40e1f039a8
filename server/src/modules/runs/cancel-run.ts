import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { changeRun } from './change-run.ts'
import { isStanding } from './problems.ts'
import { setCancelled } from './runs-queries.ts'
import { Run } from './schema.ts'

export const cancelRun = operation({
  name: 'runs.cancel-run',
  summary:
    'Ends a run before its time: at once, or at the end of the step it is in. What was done stays done.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'runs.write',
  risk: 'none',
  input: z.strictObject({ runId: id('run') }),
  output: Run,
  examples: async (factory) => [{ runId: await factory.aRun('queued') }],
  handle: ({ runId }, context) =>
    changeRun(context, runId, {
      wanted: 'cancelled',
      from: ['queued', 'running', 'waiting', 'outcome-unknown'],
      type: 'runs.run-cancelled',
      async change(run) {
        if (run.repeatsEveryS !== null) throw isStanding(run.title)
        await setCancelled(context.tx, runId, run.status === 'running')
      },
    }),
})
