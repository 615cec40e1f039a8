import type { Row } from '../../api.ts'

export type Run = Row<'runs.list-runs'>
export type RunStatus = Run['status']

export const RUN_STATUSES = [
  'queued',
  'running',
  'waiting',
  'outcome-unknown',
  'failed',
  'done',
  'cancelled',
] as const satisfies readonly RunStatus[]

export function isRunStatus(text: string): text is RunStatus {
  return RUN_STATUSES.some((status) => status === text)
}

/** What has no end yet may change at any moment; what has is read once. */
export function isMoving({ status, repeatsEveryS }: Run): boolean {
  return repeatsEveryS === null && (status === 'queued' || status === 'running' || status === 'waiting')
}
