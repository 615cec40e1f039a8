import { z } from 'zod'
import { ID_PREFIXES, type IdNoun } from '#kernel/ids.ts'
import { parsePeriod } from '#kernel/periods.ts'

/** Fields that operations share. Everything has a limit, and each says what it is: the docs are made from it. */

/** An id of the noun, as the API writes it: `biz_01k…`. */
export function id<N extends IdNoun>(noun: N) {
  return z
    .string()
    .max(40)
    .regex(new RegExp(idPattern(ID_PREFIXES[noun])), `expected an id ${ID_PREFIXES[noun]}_…`)
    .describe(`Id of the ${noun.replaceAll('_', ' ')}.`)
    .brand<N>()
}

function idPattern(prefix: string): string {
  return `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`
}

const NOUN_OF_PATTERN = new Map(
  Object.entries(ID_PREFIXES).map(([noun, prefix]) => [idPattern(prefix), noun]),
)

/** Of which noun a text of this JSON Schema is the id, or undefined: so doors know a reference when they see one. */
export function nounOfId(schema: Record<string, unknown>): string | undefined {
  return NOUN_OF_PATTERN.get(String(schema['pattern']))
}

/** Text on one line, trimmed, not empty. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'write something here')
    .max(max)
    .regex(/^[^\r\n\t]*$/, 'one line only, without tabs')
}

/** Text of any number of lines; may be empty. */
export function prose(max: number) {
  return z.string().trim().max(max)
}

/** An instant, ISO 8601 in UTC with milliseconds. */
export function instant() {
  return z.string().max(30).describe('An instant, ISO 8601 in UTC.')
}

/** An instant that a caller names: in UTC, and one that PostgreSQL has. */
export function givenInstant() {
  return z.iso
    .datetime({ error: 'expected an instant in UTC, such as 2026-01-31T12:00:00Z' })
    .max(40)
    .regex(/^(19|20|21)/, 'expected an instant from 1900 to 2199')
}

/** A day of the calendar, as ISO 8601 writes it; in UTC where it is taken from an instant. */
export function day() {
  return z.iso.date().regex(/^(19|20|21)/, 'expected a day from 1900-01-01 to 2199-12-31')
}

/** A month of the calendar, as people write it: `2026-03`. Its days are `monthDays` of kernel/periods.ts. */
export function month() {
  return z
    .string()
    .max(7)
    .regex(/^\d{4}-\d{2}$/, 'expected a month such as 2026-03')
    .refine((text) => parsePeriod(text)?.cadence === 'month', 'expected a month such as 2026-03')
    .describe('A month of the calendar: 2026-03.')
}

export function actorKind() {
  return z
    .enum(['person', 'api-key', 'machine', 'run', 'system', 'nobody'])
    .describe('Who acts: a person, software with a key, the key of this machine, a run, IZA OS itself.')
}

/** A web address. Only http and https: `javascript:` in a link would run in the reader's page. */
export function webLink() {
  return z
    .url({ protocol: /^https?$/, error: 'expected a web address that begins with http:// or https://' })
    .max(2000)
}
