import { problem } from '#kernel/problem.ts'
import type { RunStatus } from '#server/runs/run-states.ts'

export const runNotFound = problem(
  'not-found',
  'runs.run-not-found',
  (id: string) =>
    `No run with the id ${id} is open to you. Check the id; runs that others asked for are open where your grants cover their business.`,
)

export const notNow = problem(
  'conflict',
  'runs.not-now',
  (given: { wanted: string; status: RunStatus; from: readonly RunStatus[] }) =>
    `This run is ${given.status}, and can be ${given.wanted} only while it is ${given.from.join(' or ')}.`,
)

export const isStanding = problem(
  'conflict',
  'runs.is-standing',
  (title: string) =>
    `"${title}" is a standing run of the system: it is not cancelled, and begins its next pass by itself.`,
)
