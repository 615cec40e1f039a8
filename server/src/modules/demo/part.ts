import type { Said } from '#kernel/languages.ts'
import type { Work } from '#server/runs/program.ts'
import type { StudioPlan } from './plan-studio.ts'

/** What a part of the filling works with. */
export interface Part {
  work: Work
  plan: StudioPlan
  /** What came before is done, and this is done next: so people see it in the bar. */
  next(note: Said): void
}
