import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { changeRun } from './change-run.ts'
import { setQueued } from './runs-queries.ts'
import { Run } from './schema.ts'

export const retryRun = operation({
  name: 'runs.retry-run',
  summary:
    'Tries a failed run again, or one that waits for its next try, from where its journal ends: no finished step is repeated.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'runs.write',
  risk: 'none',
  input: z.strictObject({ runId: id('run') }),
  output: Run,
  examples: async (factory) => [{ runId: await factory.aRun('failed') }],
  handle: ({ runId }, context) =>
    changeRun(context, runId, {
      wanted: 'tried again',
      from: ['failed', 'waiting'],
      type: 'runs.run-retried',
      change: () => setQueued(context.tx, runId),
    }),
})
