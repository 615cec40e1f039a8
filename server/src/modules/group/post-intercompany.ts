import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { minorOf } from '#kernel/money.ts'
import { Problem } from '#kernel/problem.ts'
import { day, id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { amount, currency, postAll, readRates } from '#server/modules/ledger/index.ts'
import { linesOfSide, type Side } from './decide-intercompany.ts'
import { exampleGroup } from './example-group.ts'
import { readMembers } from './movements-queries.ts'
import { accountsOfBooks, insertPair, pageOfPairs } from './pairs-queries.ts'
import { amountRefused, noBook, sameEntity, unknownEntity } from './problems.ts'
import { IntercompanyPair, memo, PairKind } from './schema.ts'

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
type SideInput = z.output<typeof SideInput>

export const postIntercompany = operation({
  name: 'group.post-intercompany',
  summary:
    'Posts what one entity does for another in both books at once, each line with its partner: a charge, a loan, a bill paid for it, a settlement, capital or a dividend.',
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
  output: IntercompanyPair,
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
  async handle({ from, to, ...given }, { tx, access, actor, record }) {
    const { studioId } = present(access, 'books belong to a studio')
    const { kind, effectiveOn, agreement } = given
    const [giver, taker] = await sidesOf(tx, from, to)
    const read = minorOf(given.amount, given.currency)
    if ('wrong' in read || read.minor === 0n) throw amountRefused(given.amount, given.currency)
    const rates = await readRates(tx, {
      currencies: [given.currency, giver.currency, taker.currency],
      from: effectiveOn,
      to: effectiveOn,
      recordedAt: null,
    })
    const agreed = { kind, currency: given.currency, minor: read.minor, effectiveOn, rates }
    const pairId = newId('intercompany_pair')
    const head = {
      effectiveOn,
      memo: given.memo,
      source: 'intercompany',
      externalId: `intercompany:${pairId}`,
    }
    const asked = [
      { bookId: giver.bookId, actor, entry: { ...head, lines: linesOfSide('from', giver, taker, agreed) } },
      { bookId: taker.bookId, actor, entry: { ...head, lines: linesOfSide('to', taker, giver, agreed) } },
    ]
    const outcomes = await postAll(tx, studioId, asked)
    const posted = outcomes.map((one) => {
      if (one instanceof Problem) throw one
      return one
    })
    const [first, second] = [present(posted[0], 'one entry'), present(posted[1], 'the other entry')]
    await insertPair(tx, {
      id: pairId,
      studioId,
      kind,
      fromEntityId: from.entityId,
      toEntityId: to.entityId,
      fromEntryId: first.id,
      toEntryId: second.id,
      currency: given.currency,
      minor: read.minor,
      effectiveOn,
      agreement,
    })
    // As ledger.post-entry tells it: what verifies a book compares this digest.
    const entry = (one: typeof first, bookId: Id<'book'>) =>
      record({
        type: 'ledger.entry-posted',
        subjectId: one.id,
        after: { bookId, effectiveOn, digest: one.digest },
      })
    entry(first, giver.bookId)
    entry(second, taker.bookId)
    record({
      type: 'group.intercompany-posted',
      subjectId: pairId,
      after: { fromEntityId: from.entityId, toEntityId: to.entityId, ...given },
    })
    const [pair] = await pageOfPairs(tx, { id: pairId }, { after: undefined, limit: 1 })
    return present(pair, 'the pair that was posted')
  },
})

interface SideWithBook extends Side {
  bookId: Id<'book'>
}

async function sidesOf(
  tx: Transaction,
  from: SideInput,
  to: SideInput,
): Promise<[SideWithBook, SideWithBook]> {
  const members = await readMembers(tx, [from.entityId, to.entityId])
  const facts = [from, to].map(({ entityId }) => {
    const member = members.get(entityId)
    if (!member) throw unknownEntity(entityId)
    const { bookId, currency: own } = member
    if (bookId === null || own === null) throw noBook(member.name)
    return { bookId, own, name: member.name }
  })
  const [one, other] = [present(facts[0], 'one side'), present(facts[1], 'the other side')]
  if (from.entityId === to.entityId) throw sameEntity(one.name)
  const accounts = Map.groupBy(await accountsOfBooks(tx, [one.bookId, other.bookId]), ({ bookId }) => bookId)
  const sideOf = (given: SideInput, { bookId, own, name }: typeof one): SideWithBook => ({
    entityId: given.entityId,
    name,
    bookId,
    currency: own,
    accounts: accounts.get(bookId) ?? [],
    debitAccountId: given.debitAccountId,
    creditAccountId: given.creditAccountId,
    businessId: given.businessId,
    isOverhead: given.isOverhead,
  })
  return [sideOf(from, one), sideOf(to, other)]
}
