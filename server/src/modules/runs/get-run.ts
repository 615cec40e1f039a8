import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { runNotFound } from './problems.ts'
import { countSteps, findRun, stepsOf } from './runs-queries.ts'
import { Run, RunStep } from './schema.ts'

const STEPS_SHOWN_MAX = 100

export const getRun = operation({
  name: 'runs.get-run',
  summary: 'Reads one run with the newest steps of its journal.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'runs.read',
  risk: 'none',
  input: z.strictObject({ runId: id('run') }),
  output: z.strictObject({
    run: Run,
    steps: z.array(RunStep).max(STEPS_SHOWN_MAX).describe('The newest first.'),
    stepsTotal: z.int(),
  }),
  examples: async (factory) => [{ runId: await factory.aRun('outcome-unknown') }],
  async handle({ runId }, { tx, language }) {
    const [run, steps, stepsTotal] = await Promise.all([
      findRun(tx, runId, language),
      stepsOf(tx, runId, STEPS_SHOWN_MAX),
      countSteps(tx, runId),
    ])
    if (!run) throw runNotFound(runId)
    return { run, steps, stepsTotal }
  },
})
