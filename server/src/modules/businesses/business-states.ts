import { z } from 'zod'

/** Where a business can go from each stage. Any living business can be closed, and a closed one taken up again. */
export const STAGE_TRANSITIONS = {
  idea: ['validation', 'closed'],
  validation: ['idea', 'solution', 'closed'],
  solution: ['validation', 'launched', 'closed'],
  launched: ['solution', 'growing', 'exited', 'closed'],
  growing: ['launched', 'spun-out', 'exited', 'closed'],
  'spun-out': ['exited', 'closed'],
  exited: [],
  closed: ['idea'],
} as const

export type Stage = keyof typeof STAGE_TRANSITIONS

export const Stage = z
  .enum(['idea', 'validation', 'solution', 'launched', 'growing', 'spun-out', 'exited', 'closed'])
  .describe('Where the business stands in its life.')

export function canMove(from: Stage, to: Stage): boolean {
  const next: readonly Stage[] = STAGE_TRANSITIONS[from]
  return from === to || next.includes(to)
}
