import type { HealthRules } from '#server/modules/health/index.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { fillStudio } from './fill-studio.ts'
import { postByHand } from './post-by-hand.ts'
import { foundDemoStudio, type DemoMeans } from './found-studio.ts'

export { createFillingWord } from './filling-word.ts'
export { BOOK_MONTHS_MAX } from './plan-earnings.ts'
export type { DemoMeans } from './found-studio.ts'

export function demoOperations(rules: HealthRules, subjects: SubjectMeans, means: DemoMeans) {
  return [foundDemoStudio(fillStudio(rules, subjects), means)]
}

export function demoPrograms(rules: HealthRules, subjects: SubjectMeans) {
  return [fillStudio(rules, subjects), postByHand]
}
