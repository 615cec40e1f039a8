import { z } from 'zod'
import { actorKind, day, id, instant, line } from '#server/catalogue/fields.ts'
import { amount, currency, EntryFields, LINES_MAX, NewLine } from './schema.ts'

/** How long a pending entry may hold its money: a second to 90 days. */
export const HOLD_SECONDS_MAX = 90 * 86_400

export const DraftLine = NewLine.extend({
  accountId: id('account').nullable().default(null).describe('Null where it is not chosen yet.'),
})

/** An entry that somebody still works on: anything may be missing, and nothing has to balance. */
export const DraftFields = {
  effectiveOn: day()
    .nullable()
    .default(null)
    .describe('The day on which it is to count; null while unknown.'),
  memo: z
    .string()
    .trim()
    .max(400)
    .regex(/^[^\r\n\t]*$/, 'one line only, without tabs')
    .default('')
    .describe('What happens, for whoever reads the book; may still be empty.'),
  source: EntryFields.source,
  externalId: line(120)
    .nullable()
    .default(null)
    .describe('Its id where it comes from. A draft does not take it yet.'),
  lines: z.array(DraftLine).max(LINES_MAX).default([]),
}
export const DraftContent = z.strictObject(DraftFields)
export type DraftContent = z.output<typeof DraftContent>

const UnpostedLine = z
  .strictObject({
    accountId: id('account').nullable(),
    debit: amount().nullable(),
    credit: amount().nullable(),
    currency: currency().nullable(),
    businessId: id('business').nullable(),
    isOverhead: z.boolean(),
    partnerEntityId: id('entity').nullable(),
    counterparty: z.string().max(200).nullable(),
    memo: z.string().max(400).nullable(),
    tags: z.array(z.string().max(40)).max(20),
  })
  .meta({ id: 'UnpostedLine' })
export type UnpostedLine = z.output<typeof UnpostedLine>

const SHARED = {
  bookId: id('book'),
  effectiveOn: day().nullable(),
  memo: z.string().max(400),
  source: z.string().max(40),
  externalId: z.string().max(120).nullable(),
  lineCount: z.int(),
  sums: z
    .array(z.strictObject({ currency: currency(), amount: z.string().max(60) }))
    .max(200)
    .describe('The sum of its debits, by currency.'),
  createdAt: instant(),
  changedAt: instant(),
  actor: z
    .strictObject({ kind: actorKind(), id: z.string().max(80), name: z.string().max(200).nullable() })
    .describe('Who worked on it last.'),
  entryId: id('entry').nullable().describe('The entry that it was posted as.'),
}
const Lines = { lines: z.array(UnpostedLine).max(LINES_MAX) }

export const DraftState = z.enum(['open', 'posted', 'voided'])
const DRAFT = {
  id: id('draft'),
  state: DraftState,
  revision: z.int().describe('Goes up by one with each change; whoever changes or posts it names it.'),
  ...SHARED,
}
export const DraftSummary = z.strictObject(DRAFT).meta({ id: 'DraftSummary' })
export type DraftSummary = z.output<typeof DraftSummary>
export const Draft = z.strictObject({ ...DRAFT, ...Lines }).meta({ id: 'Draft' })
export type Draft = z.output<typeof Draft>

export const PendingState = z.enum(['open', 'expired', 'posted', 'voided'])
const PENDING = {
  id: id('pending_entry'),
  state: PendingState,
  expiresAt: instant().describe('From then on it holds nothing, and cannot be posted any more.'),
  ...SHARED,
  holds: z
    .array(
      z.strictObject({
        account: z.strictObject({ id: id('account'), code: z.string().max(20), name: z.string().max(120) }),
        currency: currency(),
        amount: amount(),
      }),
    )
    .max(LINES_MAX)
    .describe('What it takes from accounts for as long as it is open.'),
}
export const PendingSummary = z.strictObject(PENDING).meta({ id: 'PendingSummary' })
export type PendingSummary = z.output<typeof PendingSummary>
export const PendingEntry = z.strictObject({ ...PENDING, ...Lines }).meta({ id: 'PendingEntry' })
export type PendingEntry = z.output<typeof PendingEntry>
