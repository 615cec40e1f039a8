import { z } from 'zod'
import { day, id, instant, line } from '#server/catalogue/fields.ts'
import type { LineKind as Kind } from './consolidation-model.ts'
import { amount, Caption, currency, signedAmount } from '#server/modules/ledger/index.ts'

export const ENTITIES_MAX = 2000
export const RATES_MAX = 5000

export const NamedEntity = z.strictObject({ id: id('entity'), name: z.string().max(200) })

export const PairKind = z
  .enum(['charge', 'loan', 'paid-for', 'settlement', 'capital', 'dividend'])
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

export const TopSideEntry = z
  .strictObject({
    id: id('top_side'),
    rootEntityId: id('entity'),
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

export const LINE_KINDS = [
  'entity',
  'translation',
  'elimination:investment',
  'elimination:balances',
  'elimination:income',
  'elimination:goods',
  'elimination:dividends',
  'elimination:difference',
  'deconsolidation',
  'equity-method',
  'top-side',
  'nci',
  'nci:result',
] as const satisfies readonly Kind[]
export const LineKind = z
  .enum(LINE_KINDS)
  .describe(
    'From where it is: an entity’s book, its translation, an elimination, the loss of control, the equity method, a top-side entry, or what belongs to others.',
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
      .describe('SHA-256 over lines, rates and ownership: the same again is the same.'),
    madeAt: instant(),
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

export const memo = () => line(400).describe('What happened, for whoever reads it.')
