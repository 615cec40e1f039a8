import { named } from '../../strings/i18n.ts'
import { formatInstant } from '../../design/format.ts'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
export const NOTHING = '—'

/** `archivedAt` as a person says it: "Archived at"; `entityId` is "Entity", for its name is shown. */
export function fieldWords(field: string): string {
  const words = named('fields', field)
  if (words !== undefined) return words
  return spoken(
    field
      .replace(/(?<=.)Ids?$/, '')
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase(),
  )
}

/** Any value as text; ids whose names are known by their names. */
export function valueWords(value: unknown, names: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return NOTHING
  if (typeof value === 'string')
    return INSTANT.test(value) ? formatInstant(value) : (names.get(value) ?? value)
  if (Array.isArray(value)) {
    return value.length === 0 ? NOTHING : value.map((one) => valueWords(one, names)).join(', ')
  }
  return JSON.stringify(value)
}

function spoken(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
