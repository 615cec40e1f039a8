import type { Operations } from '#contract/operations.d.ts'

/** As every write answers it; whoever reads it is told its health as well. */
export type Business = Operations['businesses.create-business']['output']
export type ListedBusiness = Operations['businesses.get-business']['output']
export type Stage = Business['stage']

/** In the order of a life; the last three are ends. Which moves are allowed is the server's to say. */
const ORDER: Record<Stage, number> = {
  idea: 1,
  validation: 2,
  solution: 3,
  launched: 4,
  growing: 5,
  'spun-out': 6,
  exited: 7,
  closed: 8,
}

export const STAGES: readonly Stage[] = Object.keys(ORDER).filter(isStage)

export function isStage(value: string): value is Stage {
  return value in ORDER
}

/** How many of the five steps of building are done; undefined once it has ended. */
export function stepsDone(stage: Stage): number | undefined {
  return ORDER[stage] <= 5 ? ORDER[stage] : undefined
}
