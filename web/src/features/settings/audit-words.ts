import { named } from '../../strings/i18n.ts'

/** `businesses.create-business`, or an event, as people say it: "Create business". In English its name is words already. */
export function wordsOf(operation: string): string {
  const words = named('operations', operation) ?? named('events', operation)
  if (words !== undefined) return words
  const verb = operation.slice(operation.indexOf('.') + 1).replaceAll('-', ' ')
  return verb.charAt(0).toUpperCase() + verb.slice(1)
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
