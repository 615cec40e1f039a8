import { problem } from '#kernel/problem.ts'

export const brokeInside = problem(
  'broken',
  'runs.broke-inside',
  (runId: string) =>
    `Something broke on our side while ${runId} was at work. What its finished steps did is kept, and trying again goes on from there; the log tells more under the run's id.`,
)

export const keptCrashing = problem(
  'broken',
  'runs.kept-crashing',
  (times: number) =>
    `The process ended ${times} times in a row while this run was at work, each time before a step was finished, so it is not tried again by itself.`,
)

export const outcomeUnknown = problem(
  'conflict',
  'runs.outcome-unknown',
  (step: string) =>
    `A crash fell into the step "${step}", which must not be done twice, and nobody can tell from here whether it was done. Look on the other side, then settle the run.`,
)
