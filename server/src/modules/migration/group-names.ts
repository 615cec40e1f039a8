import type { CaptionName } from '#kernel/captions.ts'
import type { Id } from '#kernel/ids.ts'

/** An entity by the words that accounts may call it by. */
export interface CalledEntity {
  id: Id<'entity'>
  words: string
}

/** What stands between entities: each of its lines needs to say which entity is on the other side. */
export const BETWEEN: ReadonlySet<CaptionName> = new Set<CaptionName>([
  'due-from-group',
  'due-to-group',
  'loans-to-group',
  'loans-from-group',
  'investments-group',
  'revenue-group',
  'shared-services',
  'interest-income-group',
  'interest-expense-group',
])

/** Which of the entities an account is called after: the one of the longest name; undefined for none, and where two are as likely. Pure. */
export function entityNamedIn(name: string, entities: readonly CalledEntity[]): Id<'entity'> | undefined {
  const text = ` ${wordsOf(name).join(' ')} `
  const found = entities.filter(({ words }) => text.includes(` ${words} `))
  const most = found.reduce((length, { words }) => Math.max(length, words.length), 0)
  const best = new Set(found.filter(({ words }) => words.length === most).map(({ id }) => id))
  return best.size === 1 ? [...best][0] : undefined
}

const LEGAL_FORM =
  /^(the|llc|inc|incorporated|ltd|limited|corp|corporation|co|company|lp|llp|plc|gmbh|ug|ag|kg|sarl|sas|sa|bv|nv|srl|ab|oy)$/

/** "Heron Labs Ltd" is Heron Labs, for that is what an account calls it. */
export function calledEntity({ id, name }: { id: Id<'entity'>; name: string }): CalledEntity {
  const words = wordsOf(name)
  const core = words.filter((word) => !LEGAL_FORM.test(word))
  return { id, words: (core.length > 0 ? core : words).join(' ') }
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
