import { nameWords } from '#kernel/name-words.ts'
import { named } from '../../strings/i18n.ts'

/** An operation, or an event, as people say it. */
export function wordsOf(name: string): string {
  return named('operations', name) ?? named('events', name) ?? nameWords(name)
}

/** A value of a change in one line: text as it is, everything else as JSON. Undefined for what is not there. */
export function shown(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Every field of a change with what it was and what it became; fields that stayed the same are left out. */
export function fieldsOf(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): { name: string; before: string | undefined; after: string | undefined }[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names
    .map((name) => ({ name, before: shown(before?.[name]), after: shown(after?.[name]) }))
    .filter((field) => field.before !== field.after)
}
