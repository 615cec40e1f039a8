import { problem } from '#kernel/problem.ts'

export const entityNameTaken = problem(
  'conflict',
  'entities.entity-name-taken',
  (name: string) =>
    `An entity named "${name}" already exists in this studio. Use it, or choose another name.`,
)
