import type { Row } from '../../../api.ts'

export const VIEWED = 'businesses.list-businesses'

export type View = Row<'views.list-views'>

/** Of what the list can be narrowed and sorted by, the names that the address has for it. */
const TEXTS = {
  search: 'q',
  stage: 'stage',
  entityId: 'entity',
  categoryId: 'category',
  ownerId: 'owner',
  runId: 'run',
  health: 'health',
  asOf: 'asOf',
  standing: 'standing',
  stoodAt: 'stoodAt',
  wentOnFrom: 'wentOnFrom',
  movedTo: 'movedTo',
  movedSince: 'movedSince',
  sort: 'sort',
} as const
const FLAGS = { isStalled: 'stalled', isArchived: 'archived', descending: 'down' } as const

/** The search of the address that shows the view: what it is when somebody narrows, sorts and groups by hand. */
export function addressOf({ input, layout }: Pick<View, 'input' | 'layout'>): string {
  const query = new URLSearchParams()
  for (const [field, name] of Object.entries(TEXTS)) {
    const value = input[field]
    if (typeof value === 'string' && !(field === 'sort' && value === 'name')) query.set(name, value)
  }
  for (const [field, name] of Object.entries(FLAGS)) if (input[field] === true) query.set(name, 'true')
  if (typeof input['beganIn'] === 'number') query.set('began', `${input['beganIn']}`)
  if (input['hasCategory'] === false) query.set('category', 'none')
  if (input['classification'] === 'present') query.set('by', 'present')
  if (layout.groupBy !== undefined) query.set('group', layout.groupBy)
  if (layout.columns !== undefined) query.set('columns', layout.columns.join())
  return query.toString()
}

/** Whether two addresses show the same, in whatever order their parts stand. */
export function isSameAddress(one: string, other: string): boolean {
  return sorted(one) === sorted(other)
}

function sorted(search: string): string {
  return [...new URLSearchParams(search)]
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&')
}
