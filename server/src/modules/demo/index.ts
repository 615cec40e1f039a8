import type { HealthRules } from '#server/modules/health/index.ts'
import { fillStudio } from './fill-studio.ts'
import { foundDemoStudio } from './found-studio.ts'

export { createFillingWord } from './filling-word.ts'

export function demoOperations(rules: HealthRules) {
  return [foundDemoStudio(fillStudio(rules))]
}

export function demoPrograms(rules: HealthRules) {
  return [fillStudio(rules)]
}
