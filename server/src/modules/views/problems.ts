import { problem } from '#kernel/problem.ts'

export const viewNotFound = problem(
  'not-found',
  'views.not-found',
  (id: string) => `There is no view ${id} of yours. The list is views.list-views.`,
)

export const notARead = problem(
  'invalid',
  'views.not-a-read',
  (operation: string) =>
    `${operation} does not read, so it cannot be a view. Name an operation whose effect is read.`,
)

export const readNotOpen = problem(
  'forbidden',
  'views.read-not-open',
  (operation: string, permission: string) =>
    `A view of ${operation} needs the permission ${permission}, which you do not hold. Ask an owner or admin for it, or choose another read.`,
)

export const filterNotOpen = problem(
  'forbidden',
  'views.filter-not-open',
  (ids: readonly string[]) =>
    `The filter names ${ids.join(', ')}, which your grants do not show. Leave it out, or ask an owner or admin to widen your grants.`,
)

export const tooManyViews = problem(
  'invalid',
  'views.too-many',
  (max: number) =>
    `You keep ${max} views already, as many as there can be. Delete one that you no longer open.`,
)
