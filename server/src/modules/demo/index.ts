import type { HealthRules } from '#server/modules/health/index.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { fillStudio } from './fill-studio.ts'
import { foundDemoStudio } from './found-studio.ts'

export { createFillingWord } from './filling-word.ts'

export function demoOperations(rules: HealthRules, subjects: SubjectMeans) {
  return [foundDemoStudio(fillStudio(rules, subjects))]
}

export function demoPrograms(rules: HealthRules, subjects: SubjectMeans) {
  return [fillStudio(rules, subjects)]
}
