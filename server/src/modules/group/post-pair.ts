import { present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { minorOf } from '#kernel/money.ts'
import { Problem } from '#kernel/problem.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import {
  aboveManualLimit,
  postAll,
  readRates,
  type AboveLimit,
  type NewLine,
  type Posted,
} from '#server/modules/ledger/index.ts'
import { linesOfSide, type Side } from './decide-intercompany.ts'
import { readMembers } from './movements-queries.ts'
import { accountsOfBooks, insertPair, pageOfPairs } from './pairs-queries.ts'
import { amountRefused, noBook, sameEntity, unknownEntity } from './problems.ts'
import type { PairKind, PairLine, PostedPair } from './schema.ts'

interface SideInput {
  entityId: Id<'entity'>
  debitAccountId?: Id<'account'> | undefined
  creditAccountId?: Id<'account'> | undefined
  businessId: Id<'business'> | null
  isOverhead: boolean
}

export interface PairAsked {
  kind: PairKind
  from: SideInput
  to: SideInput
  amount: string
  currency: string
  effectiveOn: string
  memo: string
  agreement: string | null
  /** The first day of the month that it is charged for, where it shares out what that cost. */
  allocatedMonth: string | null
}

type PairContext = Pick<CallContext, 'tx' | 'actor' | 'access' | 'record' | 'needsSecondPerson'> & {
  studioId: Id<'studio'>
}

/** Both entries, and what links them; throws what either book refuses, and then nothing stands. */
export async function postPair(
  { tx, studioId, actor, access, record, needsSecondPerson }: PairContext,
  { from, to, ...given }: PairAsked,
): Promise<PostedPair> {
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
  const byHand = ({ bookId, name }: SideWithBook) => ({
    bookId,
    actor,
    access,
    aboveLimit: (told: AboveLimit) => needsSecondPerson(aboveManualLimit(told, name)),
  })
  const fromLines = linesOfSide('from', giver, taker, agreed)
  const toLines = linesOfSide('to', taker, giver, agreed)
  const asked = [
    { ...byHand(giver), entry: { ...head, lines: fromLines } },
    { ...byHand(taker), entry: { ...head, lines: toLines } },
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
    allocatedMonth: given.allocatedMonth,
  })
  recordEntry(first, giver.bookId, { effectiveOn, record })
  recordEntry(second, taker.bookId, { effectiveOn, record })
  record({
    type: 'group.intercompany-posted',
    subjectId: pairId,
    after: { fromEntityId: from.entityId, toEntityId: to.entityId, ...given },
  })
  const [pair] = await pageOfPairs(tx, { id: pairId }, { after: undefined, limit: 1 })
  return {
    ...present(pair, 'the pair that was posted'),
    fromLines: linesAsTold(fromLines, giver, taker),
    toLines: linesAsTold(toLines, taker, giver),
  }
}

/** As ledger.post-entry tells it: what verifies a book compares this digest. */
function recordEntry(
  { id, digest }: Pick<Posted, 'id' | 'digest'>,
  bookId: Id<'book'>,
  { effectiveOn, record }: { effectiveOn: string; record: PairContext['record'] },
): void {
  record({ type: 'ledger.entry-posted', subjectId: id, after: { bookId, effectiveOn, digest } })
}

function linesAsTold(lines: readonly NewLine[], side: Side, partner: Side): PairLine[] {
  return lines.map(({ accountId, partnerEntityId, currency, debit, credit }) => {
    const { id, code, name } = present(
      side.accounts.find((one) => one.id === accountId),
      'an account that was chosen',
    )
    return {
      account: { id, code, name },
      partner: partnerEntityId === null ? null : { id: partner.entityId, name: partner.name },
      currency: currency ?? side.currency,
      debit: debit ?? null,
      credit: credit ?? null,
    }
  })
}

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
