import { keepAssessed } from './keep-assessed.ts'
import type { HealthRules } from './health-rules.ts'

export {
  assessAll,
  bandOf,
  findScore,
  pointsLost,
  reasonsOf,
  SCORE_OF_LOST,
  scoreOf,
} from './health-queries.ts'
export { healthRules, type HealthRules } from './health-rules.ts'
export { BANDS, BandFilter, Health, healthOf } from './schema.ts'

export function healthPrograms(rules: HealthRules) {
  return [keepAssessed(rules)]
}
