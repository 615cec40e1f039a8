import { z } from 'zod'
import { CAPTION_NAMES } from '#kernel/captions.ts'
import { isCurrency } from '#kernel/currencies.ts'
import { actorKind, day, id, instant, line } from '#server/catalogue/fields.ts'

export const ACCOUNTS_MAX = 2000
export const LINES_MAX = 1000

/** What it is in the balance sheet or the income statement; debits raise assets and expenses, credits the rest. */
export const AccountType = z.enum(['asset', 'liability', 'equity', 'income', 'expense'])
export type AccountType = z.output<typeof AccountType>

export const AccountRole = z
  .enum(['cash', 'receivable', 'payable', 'exchange', 'retained-earnings', 'between-businesses'])
  .describe(
    'What the system itself does with it: cash at hand, what is owed to and by the entity, where currencies meet, past earnings, what businesses of the entity owe each other.',
  )
export type AccountRole = z.output<typeof AccountRole>

export const Caption = z
  .enum(CAPTION_NAMES)
  .describe('What it is shown under in every statement, whatever the chart of its book.')

export const Basis = z
  .enum(['accrual', 'cash'])
  .describe('When income and expenses count: as earned, or as paid.')

export const currency = () =>
  z
    .string()
    .max(3)
    .refine(isCurrency, 'expected a currency of ISO 4217, such as USD or EUR')
    .describe('ISO 4217.')

/** An amount as people write it, in units of its currency: `1200.50`. Never negative: a side says which way. */
export const amount = () =>
  z
    .string()
    .max(30)
    .regex(/^\d{1,20}(\.\d{1,12})?$/, 'expected a decimal such as 1200.50')
/** The same where it may be below zero, as a balance may. */
export const signedAmount = () =>
  z
    .string()
    .max(30)
    .regex(/^-?\d{1,20}(\.\d{1,12})?$/, 'expected a decimal such as -1200.50')

const Named = <N extends 'entity' | 'business'>(noun: N) =>
  z.strictObject({ id: id(noun), name: z.string().max(200) })

export const Book = z
  .strictObject({
    id: id('book'),
    entity: Named('entity'),
    currency: currency().describe('The functional currency, ISO 4217.'),
    fiscalYearEnd: z.string().max(5).describe('The last day of its fiscal year: MM-DD.'),
    basis: Basis,
    openedAt: instant(),
    closedThrough: day().nullable().describe('The last day that is closed; null where none is.'),
    softClosedThrough: day()
      .nullable()
      .describe('Up to this day only those post who may close months; null where that is no day more.'),
    manualLimit: amount()
      .nullable()
      .describe('Above it an entry by hand waits for a second person; null where none does.'),
    byBusinessFrom: day()
      .nullable()
      .describe('From this day on each of its businesses has a balance sheet; null where they have none.'),
    accounts: z.int().describe('How many accounts are at work in it.'),
    lastEffectiveOn: day().nullable().describe('The last day with an entry; null where there is none.'),
    cash: z
      .array(z.strictObject({ currency: currency(), amount: signedAmount() }))
      .max(200)
      .describe(
        'What its cash accounts hold as booked, by currency; what is dated later than today is left out.',
      ),
  })
  .meta({ id: 'Book' })
export type Book = z.output<typeof Book>

export const AccountFields = {
  code: z
    .string()
    .trim()
    .max(20)
    .regex(/^[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?$/, 'expected letters, digits, points and dashes')
    .describe('Its number in the chart, unique in the book.'),
  name: line(120),
  type: AccountType,
  role: AccountRole.nullable(),
  caption: Caption,
}

export const Account = z
  .strictObject({
    id: id('account'),
    bookId: id('book'),
    ...AccountFields,
    parentId: id('account').nullable(),
    currency: currency()
      .nullable()
      .describe('ISO 4217; null for the exchange account and the one between businesses, which hold any.'),
    isMonetary: z
      .boolean()
      .describe('Whether it is money or a claim on money: only such may be in a foreign currency.'),
    floor: signedAmount()
      .nullable()
      .describe(
        'What must stay on it, seen from its own side: 0 forbids an overdraft. Null where nobody minds.',
      ),
    revision: z.int(),
    createdAt: instant(),
    archivedAt: instant().nullable(),
  })
  .meta({ id: 'Account' })
export type Account = z.output<typeof Account>

export const NewLine = z.strictObject({
  accountId: id('account'),
  debit: amount().optional().describe('One of debit and credit, in units of the currency.'),
  credit: amount().optional(),
  currency: currency().optional().describe('Only the exchange account needs it; others have their own.'),
  businessId: id('business')
    .nullable()
    .default(null)
    .describe('Whose it is. Income and expenses name a business, or say that they are overhead.'),
  isOverhead: z.boolean().default(false).describe('True for what belongs to no business.'),
  partnerEntityId: id('entity')
    .nullable()
    .default(null)
    .describe('The entity of the studio on the other side, where there is one.'),
  counterparty: line(200).nullable().default(null).describe('Who is on the other side, outside the studio.'),
  memo: line(400).nullable().default(null),
  tags: z.array(line(40)).max(20).default([]),
})
export type NewLine = z.output<typeof NewLine>

export const EntryFields = {
  effectiveOn: day().describe('The day on which it counts.'),
  memo: line(400).describe('What happened, for whoever reads the book.'),
  source: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9-]*$/, 'expected small letters, digits and dashes')
    .default('manual')
    .describe('Where it comes from: manual, import, stripe …'),
  externalId: line(120)
    .nullable()
    .default(null)
    .describe(
      'Its id where it comes from. In a book it is posted once: the same again answers the entry that is there.',
    ),
  lines: z.array(NewLine).min(2).max(LINES_MAX).describe('Debits and credits are equal in each currency.'),
}
export const NewEntry = z.strictObject(EntryFields)
export type NewEntry = z.output<typeof NewEntry>

export const Sum = z.strictObject({ currency: currency(), amount: amount() })

const ENTRY_FIELDS = {
  id: id('entry'),
  bookId: id('book'),
  effectiveOn: day(),
  recordedAt: instant().describe('When it was posted.'),
  memo: z.string().max(400),
  source: z.string().max(40),
  externalId: z.string().max(120).nullable(),
  reversesId: id('entry').nullable().describe('The entry that it takes back.'),
  reversedById: id('entry').nullable().describe('The entry that took it back.'),
  sums: z
    .array(Sum)
    .max(200)
    .describe(
      'What it moves, by currency: the sum of its debits, without what was added between businesses.',
    ),
}

export const EntrySummary = z
  .strictObject({ ...ENTRY_FIELDS, lineCount: z.int() })
  .meta({ id: 'EntrySummary' })
export type EntrySummary = z.output<typeof EntrySummary>

const LINE_FIELDS = {
  position: z.int().describe('Its place in the entry, from 1.'),
  account: z.strictObject({ id: id('account'), code: z.string().max(20), name: z.string().max(120) }),
  currency: currency(),
  debit: amount().nullable(),
  credit: amount().nullable(),
  isAutomatic: z.boolean().describe('True for what the posting added so that each business balances.'),
  business: Named('business').nullable(),
  isOverhead: z.boolean(),
  partnerEntity: Named('entity').nullable(),
  counterparty: z.string().max(200).nullable(),
  memo: z.string().max(400).nullable(),
  tags: z.array(z.string().max(40)).max(20),
}
export const EntryLine = z.strictObject(LINE_FIELDS).meta({ id: 'EntryLine' })
export type EntryLine = z.output<typeof EntryLine>

export const Entry = z
  .strictObject({
    ...ENTRY_FIELDS,
    actor: z.strictObject({
      kind: actorKind(),
      id: z.string().max(80),
      name: z.string().max(200).nullable(),
    }),
    digest: z
      .string()
      .max(64)
      .describe('SHA-256 over the entry and its lines, in hex; the sealed audit holds it too.'),
    lines: z.array(EntryLine).max(LINES_MAX),
  })
  .meta({ id: 'Entry' })
export type Entry = z.output<typeof Entry>

/** A line where it stands in its book. */
export const PostedLine = z
  .strictObject({
    ...LINE_FIELDS,
    entry: z.strictObject({ id: id('entry'), memo: z.string().max(400), source: z.string().max(40) }),
    effectiveOn: day(),
    recordedAt: instant(),
    balance: signedAmount()
      .nullable()
      .describe(
        'Of the account in that currency after this line, seen from its own side; null where lines are left out.',
      ),
  })
  .meta({ id: 'PostedLine' })
export type PostedLine = z.output<typeof PostedLine>
