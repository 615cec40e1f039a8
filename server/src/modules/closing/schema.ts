import { z } from 'zod'
import { actorKind, day, id, instant, line, month } from '#server/catalogue/fields.ts'
import { currency, signedAmount } from '#server/modules/ledger/index.ts'

export const DIFFERENCES_MAX = 200
export const BOOKS_MAX = 500
/** Ten years of months of a book. */
export const MONTHS_AT_ONCE = 120

export const Kind = z
  .enum(['soft', 'hard'])
  .describe('Soft: only who may close months still posts. Hard: nobody posts, and all checks are met.')
export type Kind = z.output<typeof Kind>

export const MarkName = z.enum(['bank', 'reviewed'])
export type MarkName = z.output<typeof MarkName>

export const CheckName = z
  .enum(['bank', 'intercompany', 'schedules', 'revalued', 'reviewed'])
  .describe(
    'bank: cash agrees with the bank, as a person says. intercompany: both sides of the group agree. schedules: what they have due is posted. revalued: what is in foreign currency is at the rate of the last day. reviewed: somebody looked at it, as they say.',
  )
export type CheckName = z.output<typeof CheckName>

/** Where to go to do something about it. */
const Fix = z
  .strictObject({ operation: z.string().max(120), bookId: id('book') })
  .nullable()
  .describe('The operation that does something about it, and the book to name; null where nothing is to do.')

export const Difference = z.strictObject({
  partner: z
    .strictObject({ id: id('entity'), name: z.string().max(200).nullable() })
    .nullable()
    .describe('The other entity; null for lines that name none.'),
  of: z.enum(['trade', 'loan']),
  currency: currency(),
  ours: signedAmount().describe('Debits less credits in this book.'),
  theirs: signedAmount()
    .nullable()
    .describe('The same in theirs; null where there is no such book that you can read.'),
})
export type Difference = z.output<typeof Difference>

export const Check = z.strictObject({
  check: CheckName,
  isMet: z.boolean(),
  isByHand: z.boolean().describe('True where a person says so, and nothing is computed.'),
  isMarked: z.boolean().describe('True where a person said so of this month, which can be taken back.'),
  says: z.string().max(1000).describe('How it stands, in words.'),
  fix: Fix,
})

export const Blocker = z.strictObject({
  blocker: z.enum(['order', 'not-over', ...CheckName.options]).describe('What stands in the way.'),
  months: z.array(month()).max(MONTHS_AT_ONCE).describe('In which of the months that would be closed.'),
  says: z.string().max(1000).describe('How it stands in the first of them, in words.'),
  fix: Fix,
})

export const State = z.enum(['open', 'soft', 'hard'])
export type State = z.output<typeof State>

export const BoardRow = z
  .strictObject({
    id: id('book'),
    entity: z.strictObject({ id: id('entity'), name: z.string().max(200) }),
    currency: currency(),
    state: State,
    closedThrough: day().nullable(),
    softClosedThrough: day().nullable(),
    closed: z
      .strictObject({
        kind: Kind,
        despite: z.string().max(400).nullable().describe('Why it was closed although not all was met.'),
        by: z.strictObject({ kind: actorKind(), id: z.string().max(80) }),
        at: instant(),
      })
      .nullable()
      .describe('How this month was closed; null where it is open, or was closed with a later one.'),
    closesFrom: month()
      .nullable()
      .describe(
        'The first month that is closed for good along with this one; null where this one is closed, or not over.',
      ),
    checks: z.array(Check).max(10),
    differences: z
      .array(Difference)
      .max(DIFFERENCES_MAX)
      .describe('Where this book and one of its group do not say the same.'),
  })
  .meta({ id: 'BoardRow' })
export type BoardRow = z.output<typeof BoardRow>

export const note = () => line(400)
