import { fillStudio } from './fill-studio.ts'
import { foundDemoStudio } from './found-studio.ts'

export { createFillingWord } from './filling-word.ts'

export const demoOperations = [foundDemoStudio]

export const demoPrograms = [fillStudio]
