import { z } from 'zod'

/**
 * Where a run can go from each status. A standing run goes from running to waiting and never ends; one whose lease ran
 * out is leased again and stays running.
 */
export const RUN_TRANSITIONS = {
  queued: ['running', 'cancelled'],
  running: ['done', 'failed', 'waiting', 'queued', 'cancelled', 'outcome-unknown'],
  waiting: ['running', 'queued', 'cancelled'],
  'outcome-unknown': ['queued', 'cancelled'],
  failed: ['queued'],
  done: [],
  cancelled: [],
} as const

export type RunStatus = keyof typeof RUN_TRANSITIONS

export const RunStatus = z
  .enum(['queued', 'running', 'waiting', 'done', 'failed', 'cancelled', 'outcome-unknown'])
  .describe(
    'Waiting: for an instant, or for its next try. Outcome unknown: a crash fell into a step that must not be done twice; settle it.',
  )

/** From which statuses one can come: what an UPDATE asks for, so that a transition is decided by the row itself. */
export function statusesBefore(next: RunStatus): RunStatus[] {
  return RunStatus.options.filter((status) => {
    const reachable: readonly RunStatus[] = RUN_TRANSITIONS[status]
    return reachable.includes(next)
  })
}
