import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { day, id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { amount, currency, heldOf, sumsText } from '#server/modules/ledger/index.ts'
import { exampleGroup } from './example-group.ts'
import { postPair } from './post-pair.ts'
import { memo, PairKind, PostedPair } from './schema.ts'

const SideInput = z.strictObject({
  entityId: id('entity'),
  debitAccountId: id('account')
    .optional()
    .describe(
      'Another account than the one found by its caption. Of a bill that is paid for the other, its side must name it.',
    ),
  creditAccountId: id('account').optional(),
  businessId: id('business').nullable().default(null).describe('Whose income or expense it is on this side.'),
  isOverhead: z.boolean().default(false).describe('True where it belongs to no business on this side.'),
})

export const postIntercompany = operation({
  name: 'group.post-intercompany',
  summary:
    'Posts what one entity does for another in both books at once, each line with its partner: a charge, a loan, a bill paid for it, a settlement, capital or a dividend. Tried out first, it tells the lines of both.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ from, to }) => [from.entityId, to.entityId] },
  permission: 'ledger.post',
  risk: 'money',
  carriesOut: ['ledger.post-entry'],
  input: z.strictObject({
    kind: PairKind,
    from: SideInput.describe('Who charges, lends, pays, puts in or distributes.'),
    to: SideInput.describe('The other one.'),
    amount: amount(),
    currency: currency().describe('What they agreed in; a claim and its debt are kept in it on both sides.'),
    effectiveOn: day().describe('The day on which it counts in both books.'),
    memo: memo(),
    agreement: line(200).nullable().default(null).describe('Under which agreement of the two.'),
  }),
  output: PostedPair,
  examples: async (factory) => {
    const { parentId, childId } = await exampleGroup(factory)
    const on = { amount: '500.00', currency: 'USD', effectiveOn: '2026-03-31' }
    const [from, to] = [
      { entityId: parentId, isOverhead: true },
      { entityId: childId, isOverhead: true },
    ]
    return [
      {
        ...on,
        kind: 'charge' as const,
        from,
        to,
        memo: 'Shared services of March',
        agreement: 'Services agreement',
      },
      { ...on, kind: 'loan' as const, from, to, memo: 'Working capital' },
    ]
  },
  tellHeld: ({ from, to, memo: called, amount: sum, currency: unit, effectiveOn }, { tx }) => {
    const moved = sumsText([{ amount: sum, currency: unit }])
    return heldOf(tx, [from.entityId, to.entityId], (names) => ({
      en: `"${called}": ${moved} on ${effectiveOn}, in the books of ${names.en}.`,
      de: `„${called}“: ${moved} am ${effectiveOn}, in den Büchern von ${names.de}.`,
    }))
  },
  async handle(given, context) {
    const { studioId } = present(context.access, 'books belong to a studio')
    return postPair({ ...context, studioId }, { ...given, allocatedMonth: null })
  },
})
