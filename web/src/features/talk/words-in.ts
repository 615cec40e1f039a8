export interface Person {
  id: string
  name: string
}

/** `at` is where it begins among the characters. */
export type Part = { at: number } & ({ text: string } | { link: string } | { person: Person })

const PARTS = /@\[(per_[0-9a-z]{26})\]|(https?:\/\/[^\s<>"]+)/g
/** What ends a sentence and not an address. */
const SENTENCE_END = /[.,;:!?)\]]+$/

/** The words of a comment, with whom they mention and where they link. Everything else is text, whatever it looks like. */
export function partsOf(body: string, mentions: readonly Person[]): Part[] {
  const parts: Part[] = []
  let from = 0
  const add = (part: Part, to: number) => {
    if (part.at > from) parts.push({ at: from, text: body.slice(from, part.at) })
    parts.push(part)
    from = to
  }
  for (const { index, 0: whole, 1: id, 2: address } of body.matchAll(PARTS)) {
    const person = mentions.find((one) => one.id === id)
    if (person) add({ at: index, person }, index + whole.length)
    if (address === undefined) continue
    const link = address.replace(SENTENCE_END, '')
    if (URL.canParse(link)) add({ at: index, link }, index + link.length)
  }
  if (from < body.length) parts.push({ at: from, text: body.slice(from) })
  return parts
}

/** As it is typed: a person stands in it by name. */
export function typedOf(body: string, mentions: readonly Person[]): string {
  return mentions.reduce((text, { id, name }) => text.replaceAll(`@[${id}]`, () => `@${name}`), body)
}

/** As it is sent: of whom was picked, each `@Name` that still stands there is the person again. */
export function bodyOf(typed: string, picked: readonly Person[]): string {
  const longestFirst = picked.toSorted((one, other) => other.name.length - one.name.length)
  return longestFirst.reduce((text, { id, name }) => {
    const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    return text.replaceAll(new RegExp(`@${escaped}(?![\\p{L}\\p{N}])`, 'gu'), () => `@[${id}]`)
  }, typed)
}

/** What is being typed behind an `@`, just before the caret; undefined where nobody is being mentioned. */
export function mentionAt(typed: string, caret: number): { from: number; named: string } | undefined {
  const found = /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(typed.slice(0, caret))
  const named = found?.[1]
  return named === undefined || named.length > 60 ? undefined : { from: caret - named.length - 1, named }
}
