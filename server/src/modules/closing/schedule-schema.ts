import { z } from 'zod'
import { addDays, today } from '#kernel/periods.ts'
import { day, id, instant, line } from '#server/catalogue/fields.ts'
import { amount, LINES_MAX, NewLine } from '#server/modules/ledger/index.ts'

export const MONTHS_MAX = 600

const dayOfMonth = () =>
  z.int().min(1).max(31).describe('Its day in each month; the last one where a month has fewer.')
const lines = () => z.array(NewLine).min(2).max(LINES_MAX)
const memo = () => line(300).describe('What happens, for whoever reads the book.')
const months = () => z.int().min(1).max(MONTHS_MAX)
const OfWhom = {
  businessId: id('business').nullable().default(null),
  isOverhead: z.boolean().default(false).describe('True for what belongs to no business.'),
}

export const TermsFields = {
  recurring: z
    .strictObject({
      from: day(),
      until: day().nullable().default(null),
      dayOfMonth: dayOfMonth(),
      memo: memo(),
      lines: lines(),
    })
    .optional()
    .describe('The same lines each month, from a day on.'),
  reversing: z
    .strictObject({ on: day(), memo: memo(), lines: lines() })
    .optional()
    .describe('Lines that are taken back on the first day of the month after.'),
  spread: z
    .strictObject({
      from: day().describe('In the first month.'),
      months: months(),
      dayOfMonth: dayOfMonth(),
      amount: amount().describe('The whole, in the currency of the book.'),
      debitAccountId: id('account'),
      creditAccountId: id('account'),
      ...OfWhom,
      memo: memo(),
    })
    .optional()
    .describe(
      'An amount in equal parts over months, with the rest in the last: prepaid, deferred, depreciated.',
    ),
  loan: z
    .strictObject({
      from: day().describe('In the month of the first payment.'),
      months: months(),
      dayOfMonth: dayOfMonth(),
      principal: amount().describe('In the currency of the book.'),
      yearlyRate: z
        .string()
        .max(13)
        .regex(/^[01](\.\d{1,10})?$/, 'expected a yearly rate such as 0.06')
        .describe('0.06 for six percent; a month is a twelfth of it.'),
      method: z
        .enum(['annuity', 'interest-only'])
        .describe('Equal payments, or interest alone and the principal at the end.'),
      interestAccountId: id('account'),
      loanAccountId: id('account'),
      cashAccountId: id('account'),
      ...OfWhom,
      memo: memo(),
    })
    .optional()
    .describe('A loan that is paid back month by month.'),
}
export const Terms = z.strictObject(TermsFields)
export type Terms = z.output<typeof Terms>

export const ScheduleKind = z.enum(['recurring', 'reversing', 'spread', 'loan'])
export type ScheduleKind = z.output<typeof ScheduleKind>

export const Schedule = z
  .strictObject({
    id: id('schedule'),
    bookId: id('book'),
    name: line(120),
    kind: ScheduleKind,
    endedOn: day().nullable().describe('The last day on which something is due, where somebody ended it.'),
    lastOn: day()
      .nullable()
      .describe('The last day on which it posts, by its terms or its end; null where it has none.'),
    createdAt: instant(),
  })
  .meta({ id: 'Schedule' })
export type Schedule = z.output<typeof Schedule>

export const PlannedOccurrence = z.strictObject({
  number: z.int(),
  effectiveOn: day(),
  memo: z.string().max(400),
  lines: z
    .array(
      z.strictObject({ accountId: id('account'), debit: amount().nullable(), credit: amount().nullable() }),
    )
    .max(LINES_MAX),
  entryId: id('entry').nullable().describe('The entry that was posted for it.'),
})

export const PlannedSchedule = z.strictObject({
  ...Schedule.shape,
  occurrences: z.array(PlannedOccurrence).max(MONTHS_MAX),
})

const A_YEAR = 366

/** The day up to which a plan is told where nobody names one. */
export function aYearOn(): string {
  return addDays(today(), A_YEAR)
}
