import { GraphQLEnumType } from 'graphql'
import { assert } from '#kernel/assert.ts'

export type Enums = (words: readonly string[], place: { owner: string; field: string }) => GraphQLEnumType

/**
 * Enums by their field and words: the `stage` of an input and of an output are one type, named after whoever was
 * first. Words that GraphQL cannot spell (`spun-out`) are written with underscores and mean the same.
 */
export function createEnums(): Enums {
  const known = new Map<string, GraphQLEnumType>()
  const names = new Set<string>()
  return (words, { owner, field }) => {
    const key = JSON.stringify([field, words])
    const existing = known.get(key)
    if (existing) return existing
    const name = `${owner}${field.charAt(0).toUpperCase()}${field.slice(1)}`
    assert(!names.has(name), `two enums would be named ${name}`)
    const values = Object.fromEntries(words.map((word) => [spelled(word), { value: word }]))
    assert(Object.keys(values).length === words.length, `two words of ${name} would be spelled alike`)
    const type = new GraphQLEnumType({ name, values })
    known.set(key, type)
    names.add(name)
    return type
  }
}

function spelled(word: string): string {
  const legal = word.replaceAll(/[^_0-9A-Za-z]/g, '_')
  return /^\d|^(true|false|null)$/.test(legal) || legal.startsWith('__') || legal === ''
    ? `word_${legal}`
    : legal
}
