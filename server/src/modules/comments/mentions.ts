import { idFrom, type Id } from '#kernel/ids.ts'

const MENTION = /@\[(per_[0-7][0-9a-hjkmnp-tv-z]{25})\]/g
export const MENTIONS_MAX = 20

/** Whom the words mention, each once, in their order: somebody stands in the text as `@[per_…]`, so that a new name is shown everywhere. */
export function mentionedIn(body: string): Id<'person'>[] {
  return [...new Set([...body.matchAll(MENTION)].map(([, id = '']) => id))].map((id) => idFrom('person', id))
}
