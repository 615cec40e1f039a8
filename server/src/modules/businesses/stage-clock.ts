import type { Stage } from './business-states.ts'

/**
 * How many days a business may stand at a stage before it counts as stalled, where the studio says nothing else; null
 * where it may stay. A studio's own gates differ, so these are only a beginning: quick while nothing is built, a year
 * where it has to grow. `launched` and later can stay for good where they earn, but not unseen.
 */
export const STAGE_DAYS: Record<Stage, number | null> = {
  idea: 60,
  validation: 90,
  solution: 180,
  launched: 365,
  growing: null,
  'spun-out': null,
  exited: null,
  closed: null,
}

/** The rule in words, to stand beside whatever it found. */
export function ruleOf(stage: Stage, daysMax: number | null): string {
  return daysMax === null
    ? `A business may stay at "${stage}" for any time.`
    : `A business at work that has been at "${stage}" for more than ${daysMax.toLocaleString('en')} ${daysMax === 1 ? 'day' : 'days'} is stalled.`
}
