import type { Said } from './languages.ts'
import { nameWords } from './name-words.ts'
import { operationsDe } from './operations-de.ts'

const GERMAN = new Map(Object.entries(operationsDe))

/** An operation as sentences call it. */
export function operationSaid(name: string): Said {
  const en = nameWords(name)
  return { en, de: GERMAN.get(name) ?? en }
}
