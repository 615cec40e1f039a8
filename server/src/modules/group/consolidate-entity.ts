import { createHash } from 'node:crypto'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { day, givenInstant, id } from '#server/catalogue/fields.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { isOwnershipChangedSince, percentOf, readOwnership } from '#server/modules/entities/index.ts'
import { currency as currencyField, heldOf, readRates } from '#server/modules/ledger/index.ts'
import { consolidatedLines, type Consolidated } from './consolidated-lines.ts'
import type { ConsolidationInput, Member, Movement } from './consolidation-model.ts'
import { findConsolidation, insertConsolidation } from './consolidations-queries.ts'
import { isAtClosing } from './entity-column.ts'
import { exampleGroup } from './example-group.ts'
import { BEGINNING, groupOwnership, heldOn, type GroupOwnership } from './group-ownership.ts'
import { nowKnown, readMembers, readMovements } from './movements-queries.ts'
import { notesOf } from './notes.ts'
import { readOpenings } from './openings-queries.ts'
import { bothDays, fromAfterTo, noCurrency, unknownEntity } from './problems.ts'
import { RECKONING } from './reckoning.ts'
import { ConsolidationSummary } from './schema.ts'
import { readStakeGains } from './stake-gains-queries.ts'
import { readTopSide } from './top-side-queries.ts'

export const consolidateEntity = operation({
  name: 'group.consolidate-entity',
  summary:
    'Consolidates an entity with all that it owns, for a period, in one currency; keeps the result with its rates, ownership and instant, so that it can be read again, traced to entries, and repeated.',
  effect: 'write',
  // Whoever does not see every entity would get a smaller sum that reads as the whole.
  scope: { of: 'studio' },
  permission: 'group.write',
  risk: 'none',
  input: z.strictObject({
    entityId: id('entity').describe('The root: it and what it owns.'),
    from: day().describe('The first day of the period.'),
    to: day().describe('Its last day, on which the balance sheet stands.'),
    recordedAt: givenInstant()
      .optional()
      .describe(
        'With what was known at this instant, of ownership as of books and rates; now where it is not named.',
      ),
    currency: currencyField().optional().describe('That of the root where it is not named.'),
    compareFrom: day()
      .optional()
      .describe('With compareTo: a second period, made with it to stand beside it.'),
    compareTo: day().optional(),
  }),
  output: z.strictObject({
    ...ConsolidationSummary.shape,
    comparison: ConsolidationSummary.nullable().describe(
      'That of the second period, where one was asked for.',
    ),
  }),
  examples: async (factory) => {
    const { parentId } = await exampleGroup(factory)
    return [
      { entityId: parentId, from: '2026-01-01', to: '2026-03-31' },
      { entityId: parentId, from: '2026-01-01', to: '2026-03-31', recordedAt: '2026-07-01T00:00:00Z' },
      {
        entityId: parentId,
        from: '2026-01-01',
        to: '2026-03-31',
        compareFrom: '2025-01-01',
        compareTo: '2025-12-31',
      },
    ]
  },
  tellHeld: ({ entityId, from, to, recordedAt, compareFrom, compareTo }, { tx, changes }) => {
    const { currency } = z.object({ currency: z.string() }).parse(changes[0]?.after)
    const isCompared = compareFrom !== undefined && compareTo !== undefined
    return heldOf(tx, [entityId], (names) => ({
      en: `${names.en} and all that it owns, from ${from} to ${to}, in ${currency}${isCompared ? `, beside ${compareFrom} to ${compareTo}` : ''}${recordedAt === undefined ? '' : `, as it was known at ${recordedAt}`}.`,
      de: `${names.de} mit allen Beteiligungen, vom ${from} bis zum ${to}, in ${currency}${isCompared ? `, mit dem Vergleichszeitraum vom ${compareFrom} bis zum ${compareTo}` : ''}${recordedAt === undefined ? '' : `, nach dem Kenntnisstand vom ${recordedAt}`}.`,
    }))
  },
  async handle({ entityId, from, to, recordedAt, currency, compareFrom, compareTo }, context) {
    if (from > to) throw fromAfterTo(from, to)
    if ((compareFrom === undefined) !== (compareTo === undefined)) throw bothDays()
    if (compareFrom !== undefined && compareTo !== undefined && compareFrom > compareTo)
      throw fromAfterTo(compareFrom, compareTo)
    const now = await nowKnown(context.tx)
    // What is still to come is not known: with a later instant the same could not be repeated.
    const knownAt = recordedAt === undefined || recordedAt > now ? now : recordedAt
    const given = { rootId: entityId, knownAt, currency }
    const comparison =
      compareFrom === undefined || compareTo === undefined
        ? null
        : await keep({ ...given, from: compareFrom, to: compareTo }, context)
    return { ...(await keep({ ...given, from, to }, context)), comparison }
  },
})

interface Wanted {
  rootId: Id<'entity'>
  from: string
  to: string
  knownAt: string
  currency: string | undefined
}

async function keep(
  wanted: Wanted,
  { tx, access, actor, record }: Pick<CallContext, 'tx' | 'access' | 'actor' | 'record'>,
): Promise<ConsolidationSummary> {
  const { studioId } = present(access, 'a group belongs to a studio')
  const { rootId, from, to, knownAt } = wanted
  const input = await inputOf(tx, wanted)
  const made = consolidatedLines(input)
  const ownership = ownershipUsed(input.ownership, input.members)
  const consolidationId = newId('consolidation')
  const digest = digestOf(input, made, ownership)
  const notes = notesOf(input, made)
  if (await isOwnershipChangedSince(tx, { entityIds: [...input.members.keys()], recordedAt: knownAt }))
    notes.unshift({ code: 'ownership-then', entityId: null })
  await insertConsolidation(tx, {
    id: consolidationId,
    studioId,
    rootEntityId: rootId,
    from,
    to,
    knownAt,
    currency: input.currency,
    entityCount: [...input.members.keys()].filter((one) => heldOn(input.ownership, one, to).method === 'full')
      .length,
    made,
    ownership,
    notes,
    reckoning: RECKONING,
    digest,
    actorKind: actor.kind,
    actorId: actor.id,
  })
  const after = {
    entityId: rootId,
    from,
    to,
    knownAt,
    currency: input.currency,
    digest: digest.toString('hex'),
  }
  record({ type: 'group.entity-consolidated', subjectId: consolidationId, after })
  return present(await findConsolidation(tx, consolidationId), 'the consolidation that was made')
}

/** All that a consolidation is made of, read at one moment: the books in one statement, ownership in another. */
async function inputOf(tx: Transaction, asked: Wanted): Promise<ConsolidationInput> {
  const { rootId, from, to, knownAt } = asked
  const ownership = groupOwnership(await readOwnership(tx, knownAt), rootId, to)
  const members = await readMembers(tx, [...ownership.keys()])
  const root = members.get(rootId)
  if (!root) throw unknownEntity(rootId)
  const currency = asked.currency ?? root.currency
  if (currency === null) throw noCurrency(root.name)
  const wanted = { books: booksWanted({ ownership, members, from, to }), from, to, knownAt }
  const bookIds = wanted.books.map(({ bookId }) => bookId)
  const [movements, openings, stakes, topSide] = await Promise.all([
    readMovements(tx, { ...wanted, currency }),
    readOpenings(tx, { bookIds, from, to, knownAt }),
    readStakeGains(tx, wanted),
    readTopSide(tx, { rootId, to, knownAt }),
  ])
  const currencies = [...movements.map((one) => one.currency), currency, root.currency ?? currency]
  const first = firstDay(
    movements,
    topSide.map(({ on }) => on),
    from,
  )
  const rates = await readRates(tx, {
    currencies: [...new Set(currencies)],
    from: first,
    to,
    recordedAt: knownAt,
  })
  return {
    rootId,
    from,
    to,
    isOnlyCash: false,
    currency,
    members,
    movements,
    openings,
    ...stakes,
    topSide,
    ownership,
    rates,
  }
}

function booksWanted(given: {
  ownership: GroupOwnership
  members: ReadonlyMap<string, Member>
  from: string
  to: string
}) {
  const { ownership, members, from, to } = given
  const changes = [...ownership.values()].flat().map((span) => span.from)
  // What changes for one entity within the period matters to its partners too; what changed before, to itself alone.
  const within = changes.filter((on) => on > from && on <= to)
  return [...members.values()].flatMap(({ id: own, bookId }) => {
    if (bookId === null) return []
    const before = (ownership.get(own) ?? []).map((span) => span.from).filter((on) => on < from)
    return [{ bookId, cuts: [...new Set([BEGINNING, ...before, from, ...within])].toSorted() }]
  })
}

/** Rates are wanted from here on: equity at those of its days, results at those of their months. */
function firstDay(movements: readonly Movement[], others: readonly string[], from: string): string {
  const days = movements.flatMap(({ on, caption }) => (on === BEGINNING || isAtClosing(caption) ? [] : [on]))
  return [...days, ...others].reduce((first, on) => (on < first ? on : first), from)
}

/** In the words of the record: who was held how, and since when. */
function ownershipUsed(ownership: GroupOwnership, members: ReadonlyMap<string, Member>) {
  return [...members.keys()].flatMap((entityId) =>
    (ownership.get(entityId) ?? []).map(({ from, method, share, holders }) => ({
      entityId,
      from: from === BEGINNING ? null : from,
      method,
      sharePercent: percentOf(share),
      holders: holders.map((one) => ({ id: one.id, percent: percentOf(one.share) })),
    })),
  )
}

function digestOf(input: ConsolidationInput, made: Consolidated, ownership: object): Buffer {
  const { rootId, from, to, currency } = input
  const whole = [RECKONING, rootId, from, to, currency, made.rates, ownership, made.lines, made.proofs]
  const text = JSON.stringify(whole, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  return createHash('sha256').update(text).digest()
}
