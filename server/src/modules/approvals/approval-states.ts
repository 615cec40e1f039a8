import { z } from 'zod'

/** How an approval goes on from each state. `approval_moves()` in the migration holds the same table. */
export const APPROVAL_MOVES = {
  pending: ['accepted', 'refused', 'withdrawn'],
  accepted: ['done', 'failed'],
  refused: [],
  withdrawn: [],
  done: [],
  failed: [],
} as const

/** As people see it: what waited too long, for a decision or for its run, has expired. */
export const ApprovalStatus = z
  .enum(['pending', 'accepted', 'refused', 'withdrawn', 'done', 'failed', 'expired'])
  .describe(
    'pending waits for a decision; accepted is about to be carried out; done and failed tell how that went.',
  )
export type ApprovalStatus = z.output<typeof ApprovalStatus>
