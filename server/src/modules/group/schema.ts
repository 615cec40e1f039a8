import { LINE_KINDS } from '#kernel/consolidation-kinds.ts'
import { PAIR_KINDS } from '#kernel/pair-legs.ts'
import { z } from 'zod'
import { actorKind, day, id, instant, line } from '#server/catalogue/fields.ts'
import { amount, Caption, currency, signedAmount } from '#server/modules/ledger/index.ts'

export const ENTITIES_MAX = 2000
export const RATES_MAX = 5000

export const NamedEntity = z.strictObject({ id: id('entity'), name: z.string().max(200) })

export const PairKind = z
  .enum(PAIR_KINDS)
  .describe(
    'What the first entity does for the other: charges it, lends to it, pays a bill of it (and so lends), settles what it owes, puts in capital, or distributes a dividend.',
  )
export type PairKind = z.output<typeof PairKind>

export const IntercompanyPair = z
  .strictObject({
    id: id('intercompany_pair'),
    kind: PairKind,
    from: NamedEntity,
    to: NamedEntity,
    fromEntryId: id('entry').describe('In the book of the first entity.'),
    toEntryId: id('entry'),
    currency: currency(),
    amount: amount(),
    effectiveOn: day(),
    memo: z.string().max(400),
    agreement: z.string().max(200).nullable(),
    postedAt: instant(),
  })
  .meta({ id: 'IntercompanyPair' })
export type IntercompanyPair = z.output<typeof IntercompanyPair>

/** A line of one side, as its book has it. */
export const PairLine = z.strictObject({
  account: z.strictObject({ id: id('account'), code: z.string().max(20), name: z.string().max(120) }),
  partner: NamedEntity.nullable(),
  currency: currency(),
  debit: amount().nullable(),
  credit: amount().nullable(),
})
export type PairLine = z.output<typeof PairLine>

export const PostedPair = z
  .strictObject({
    ...IntercompanyPair.shape,
    fromLines: z.array(PairLine).max(4).describe('What stands in the book of the first entity.'),
    toLines: z.array(PairLine).max(4),
  })
  .meta({ id: 'PostedPair' })
export type PostedPair = z.output<typeof PostedPair>

export const TopSideEntry = z
  .strictObject({
    id: id('top_side'),
    rootEntityId: id('entity'),
    root: NamedEntity,
    currency: currency(),
    effectiveOn: day(),
    memo: z.string().max(400),
    carriesForward: z.boolean(),
    recordedAt: instant(),
    lines: z
      .array(
        z.strictObject({
          caption: Caption,
          entity: NamedEntity.nullable(),
          debit: amount().nullable(),
          credit: amount().nullable(),
        }),
      )
      .max(200),
  })
  .meta({ id: 'TopSideEntry' })
export type TopSideEntry = z.output<typeof TopSideEntry>

export const LineKind = z
  .enum(LINE_KINDS)
  .describe(
    'From where it is: an entity’s book, its translation, what of cash is no flow, an elimination, the loss of control, the equity method, a top-side entry, or what belongs to others.',
  )

export const ConsolidationSummary = z
  .strictObject({
    id: id('consolidation'),
    root: NamedEntity,
    from: day(),
    to: day(),
    knownAt: instant().describe('What was recorded later is left out.'),
    currency: currency(),
    entities: z.int().describe('How many are fully consolidated on the last day.'),
    result: signedAmount().describe('The result of the period, of all owners.'),
    resultOfOthers: signedAmount().describe('What of it belongs to noncontrolling interests.'),
    difference: signedAmount().describe('Assets less liabilities and equity: 0, or a note says why.'),
    digest: z
      .string()
      .max(64)
      .describe(
        'SHA-256 over lines, rates and ownership: the same again, by the same way of reckoning, is the same.',
      ),
    reckoning: z
      .int()
      .describe(
        'By which way of reckoning it was made; the program counts them, and a note tells of an earlier one.',
      ),
    madeAt: instant(),
    madeBy: z.strictObject({
      kind: actorKind(),
      id: z.string().max(80),
      name: z.string().max(200).nullable(),
    }),
  })
  .meta({ id: 'ConsolidationSummary' })
export type ConsolidationSummary = z.output<typeof ConsolidationSummary>

export const ConsolidationLine = z
  .strictObject({
    position: z.int(),
    caption: Caption,
    kind: LineKind,
    entity: NamedEntity.describe('Whose figure it is.'),
    partner: NamedEntity.nullable().describe('With whom, where it is between two.'),
    account: z
      .strictObject({ id: id('account'), code: z.string().max(20), name: z.string().max(120) })
      .nullable(),
    closing: signedAmount().describe('Seen from the caption’s own side, as all amounts here.'),
    period: signedAmount(),
    flow: signedAmount().describe(
      'As it stands in the cash flow statement; 0 in a consolidation from before cash flows were told.',
    ),
    direct: signedAmount().describe('The same by the direct method: what cash was moved against.'),
    entries: z
      .strictObject({
        bookId: id('book'),
        accountId: id('account'),
        partnerEntityId: id('entity').nullable(),
        from: day().nullable().describe('Null for a balance, which all lines up to the last day make.'),
        to: day(),
      })
      .nullable()
      .describe('What leads to its lines with ledger.list-lines; null for what stands in no book.'),
  })
  .meta({ id: 'ConsolidationLine' })
export type ConsolidationLine = z.output<typeof ConsolidationLine>

export const Used = z.strictObject({
  from: currency(),
  to: currency(),
  rate: z.string().max(30),
  kind: z.enum(['closing', 'average']).describe('Of a day, or the average of a month.'),
  on: day(),
  source: z.string().max(200),
})

export const Held = z.strictObject({
  entity: NamedEntity,
  from: day().nullable().describe('The first day of this span; null where it has always been so.'),
  method: z.enum(['full', 'equity', 'cost', 'none']),
  sharePercent: z.string().max(12).describe('The root’s economic share through all that it controls.'),
})

export const Proof = z.strictObject({
  entity: NamedEntity,
  currency: currency(),
  openingNetAssets: signedAmount().describe('In the currency of the entity, as its result and owners are.'),
  openingEffect: signedAmount().describe('In that of the consolidation, as all effects are.'),
  result: signedAmount(),
  resultEffect: signedAmount(),
  owners: signedAmount().describe('Capital less distributions.'),
  ownersEffect: signedAmount(),
  expected: signedAmount().describe('The sum of the effects.'),
  moved: signedAmount().describe(
    'What the translation adjustment did move; beyond rounding it is as expected.',
  ),
})

export const Note = z.strictObject({
  about: NamedEntity.nullable(),
  says: z.string().max(400),
})

/** What a figure of a consolidation is in each way of reading it. */
const Amounts = {
  closing: signedAmount().describe('At the last day.'),
  period: signedAmount().describe('What the period moved.'),
  flow: signedAmount().describe('In the cash flow statement: what changed beside cash.'),
  direct: signedAmount().describe('In the one by the direct method: what cash was moved against.'),
}
const Compared = z
  .strictObject(Amounts)
  .nullable()
  .describe('What it was in the consolidation that this one is set beside.')

const ConsolidatedFigure = z.strictObject({
  caption: Caption,
  entities: z.strictObject(Amounts).describe('The sum of the entities, as translated.'),
  eliminations: z.strictObject(Amounts).describe('All that is in no book of an entity.'),
  total: z.strictObject(Amounts),
  compared: Compared,
  parts: z
    .array(z.strictObject({ kind: LineKind, ...Amounts, lines: z.int(), compared: Compared }))
    .max(20)
    .describe('By what it comes from; group.list-consolidation-lines tells each line of a part.'),
})

const Check = z
  .strictObject({
    assets: signedAmount(),
    liabilitiesAndEquity: signedAmount(),
    difference: signedAmount(),
  })
  .describe('Equity includes the result of the period.')

const CashTie = z
  .strictObject({
    opening: signedAmount(),
    opened: signedAmount().describe(
      'With what books were opened in the period: it was there before, and is no flow.',
    ),
    flows: signedAmount().describe('Of operating, investing and financing activities.'),
    exchange: signedAmount().describe('What rates did to cash, reckoned from the cash of each entity.'),
    acquired: signedAmount().describe('Cash of entities on the day before they came under control.'),
    disposed: signedAmount().describe('Cash of entities on the last day under control, as it takes away.'),
    rounding: signedAmount(),
    closing: signedAmount(),
    difference: signedAmount().describe('What the flows do not explain: 0, or it is a fault.'),
  })
  .nullable()
  .describe(
    'From the cash at the beginning to that at the end; null where it was made before flows were told so.',
  )

export const Consolidation = z
  .strictObject({
    ...ConsolidationSummary.shape,
    figures: z
      .array(ConsolidatedFigure)
      .max(100)
      .describe(
        'In the order of statements. Assets and expenses are positive as debits, all else as credits; income and expenses have no closing.',
      ),
    rates: z.array(Used).max(RATES_MAX),
    ownership: z.array(Held).max(ENTITIES_MAX),
    proofs: z.array(Proof).max(ENTITIES_MAX),
    notes: z.array(Note).max(ENTITIES_MAX),
    check: Check,
    cash: CashTie,
    cashDirect: CashTie.describe('The same by the direct method.'),
    previousId: id('consolidation')
      .nullable()
      .describe('The last one before, of the same root and currency: what it is mostly set beside.'),
    comparison: z
      .strictObject({
        ...ConsolidationSummary.shape,
        check: Check,
        isWithCash: z.boolean(),
        isWithCashDirect: z.boolean(),
      })
      .nullable()
      .describe('What it is set beside.'),
  })
  .meta({ id: 'Consolidation' })
export type Consolidation = z.output<typeof Consolidation>

export const compareWithId = () =>
  id('consolidation')
    .optional()
    .describe('Another consolidation of the same root and currency, to stand beside it.')

export const memo = () => line(400).describe('What happened, for whoever reads it.')
