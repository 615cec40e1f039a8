import { z } from 'zod'
import { day, givenInstant, id, instant } from '#server/catalogue/fields.ts'
import { Caption, currency } from '../ledger/index.ts'

export const COLUMNS_MAX = 36
export const PERIODS_MAX = 12
/** Of one column; nothing where the column says why it is empty. */
const columnAmount = () =>
  z
    .string()
    .max(30)
    .regex(/^(-?\d{1,20}(\.\d{1,12})?)?$/, 'expected a decimal such as -1200.50, or nothing')

/** Accounts of a category's books, their captions, sections and totals. */
export const ROWS_MAX = 20_000

export const Kind = z
  .enum(['balance-sheet', 'income-statement', 'cash-flow'])
  .describe('What is owned and owed on a day; what was earned within days; what moved cash within days.')
export type Kind = z.output<typeof Kind>

export const AskedPeriod = z.strictObject({
  from: day().optional().describe('The first day. A balance sheet has none: it is of the last day.'),
  to: day().describe('The last day.'),
})
export type AskedPeriod = z.output<typeof AskedPeriod>

const Named = <N extends 'entity' | 'business' | 'category'>(noun: N) =>
  z.strictObject({ id: id(noun), name: z.string().max(200) })

export const Statement = z
  .strictObject({
    kind: Kind,
    entity: Named('entity').nullable().describe('Whose book it reads; null for a business or a category.'),
    bookId: id('book').nullable(),
    isOfNoBusiness: z
      .boolean()
      .describe('Of the book only what names no business: overhead, and what the entity holds as a whole.'),
    business: Named('business').nullable(),
    category: Named('category')
      .nullable()
      .describe(
        'Combined: the businesses of a category added up, less what they charged each other by pairs of entries (group.post-intercompany).',
      ),
    currency: currency(),
    recordedAt: instant().nullable().describe('As it was known at this instant; null for now.'),
    columns: z
      .array(
        z.strictObject({
          kind: z.enum(['actual', 'budget', 'variance']),
          from: day().nullable(),
          to: day(),
          emptyBecause: z
            .string()
            .max(400)
            .nullable()
            .describe('Why there is nothing to tell in this column; its amounts are empty then.'),
        }),
      )
      .max(COLUMNS_MAX),
    rows: z
      .array(
        z.strictObject({
          key: z.string().max(80).describe('The same for the same row of every statement of this kind.'),
          kind: z.enum(['section', 'caption', 'account', 'computed', 'total']),
          depth: z.int().min(0).max(2),
          label: z.string().max(200),
          caption: Caption.nullable(),
          account: z
            .strictObject({ id: id('account'), bookId: id('book'), entity: Named('entity') })
            .nullable()
            .describe('Its lines are in ledger.list-lines.'),
          amounts: z
            .array(columnAmount())
            .max(COLUMNS_MAX)
            .describe('One per column, with the sign that the section is read with.'),
        }),
      )
      .max(ROWS_MAX),
    checks: z
      .array(
        z.strictObject({
          key: z.string().max(40),
          label: z.string().max(200),
          isMet: z.boolean(),
          differences: z.array(columnAmount()).max(COLUMNS_MAX),
        }),
      )
      .max(10)
      .describe('What must hold for a statement of this kind, computed and not assumed.'),
    rates: z
      .array(
        z.strictObject({
          from: currency(),
          to: currency(),
          rate: z.string().max(40),
          kind: z.enum(['closing', 'average']),
          on: day(),
          source: z.string().max(200),
        }),
      )
      .max(2000)
      .describe('At which what is in other currencies was told.'),
  })
  .meta({ id: 'Statement' })
export type Statement = z.output<typeof Statement>

export const StatementFields = {
  kind: Kind,
  bookId: id('book').optional().describe('One of bookId, businessId and categoryId.'),
  isOfNoBusiness: z
    .boolean()
    .default(false)
    .describe(
      'With bookId: only what names no business. Income statements; balance sheets where the book balances by business.',
    ),
  businessId: id('business')
    .optional()
    .describe('Income statements; balance sheets where its books balance by business.'),
  categoryId: id('category')
    .optional()
    .describe('Income statements; balance sheets where all of its books balance by business.'),
  periods: z.array(AskedPeriod).min(1).max(PERIODS_MAX).describe('A column each.'),
  recordedAt: givenInstant()
    .optional()
    .describe('As it was known at this instant: what was recorded later is left out.'),
  currency: currency()
    .optional()
    .describe(
      'That of the book where it is not named. Another one is for reading: closing rates, average ones for income.',
    ),
  method: z
    .enum(['indirect', 'direct'])
    .default('indirect')
    .describe('Of a cash flow statement: from the net result, or from what cash was moved against.'),
  isWithBudget: z
    .boolean()
    .default(false)
    .describe('Income statements: beside each period its budget, and by how much it was missed.'),
}
