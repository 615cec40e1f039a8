import { problem } from '#kernel/problem.ts'

export const cannotBeMentioned = problem(
  'invalid',
  'comments.cannot-be-mentioned',
  (who: string) =>
    `${who} cannot see what this comment is about, so a mention would reach nobody. Leave it out, or ask an owner or admin to widen their grants.`,
)

export const tooManyMentions = problem(
  'invalid',
  'comments.too-many-mentions',
  (count: number, max: number) =>
    `The comment mentions ${count} people; ${max} is the most. Leave some out, or write a second one.`,
)

export const notYours = problem(
  'forbidden',
  'comments.not-yours',
  (id: string) =>
    `The comment ${id} was written by somebody else, and only they change its words. Write one of your own.`,
)

export const notYoursToRemove = problem(
  'forbidden',
  'comments.not-yours-to-remove',
  (id: string) =>
    `The comment ${id} was written by somebody else. Removing it, or bringing it back, needs the permission comments.moderate on what it is about.`,
)

export const editedSince = problem(
  'conflict',
  'comments.edited-since',
  (given: { id: string; seen: number; revision: number }) =>
    `The comment ${given.id} was edited since you read it: it is at revision ${given.revision}, and you saw ${given.seen}. Read it again, then edit.`,
)
