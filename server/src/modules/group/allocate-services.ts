import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { decimalOf, minorOf } from '#kernel/money.ts'
import { parsePeriod } from '#kernel/periods.ts'
import { divideRounded } from '#kernel/rates.ts'
import { id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { amount, heldOf } from '#server/modules/ledger/index.ts'
import { allocatedBefore, overheadOf, revenueOf } from './allocation-queries.ts'
import { exampleGroup } from './example-group.ts'
import { readMembers } from './movements-queries.ts'
import { postPair } from './post-pair.ts'
import {
  allocatedAlready,
  amountRefused,
  noBook,
  noCost,
  noMonth,
  noWeight,
  unknownEntity,
} from './problems.ts'
import { PostedPair } from './schema.ts'
import { shareOut, type Basis } from './share-out.ts'

const RECEIVERS_MAX = 100

export const allocateServices = operation({
  name: 'group.allocate-services',
  summary:
    'Charges what an entity spent for others in a month to them, by their revenue, heads, shares or evenly, with a markup: a matched pair of entries with each of them, once a month.',
  effect: 'write',
  scope: {
    of: 'ids',
    ids: ({ providerEntityId, receivers }) => [
      providerEntityId,
      ...receivers.map(({ entityId }) => entityId),
    ],
  },
  permission: 'ledger.post',
  risk: 'money',
  carriesOut: ['ledger.post-entry'],
  input: z.strictObject({
    providerEntityId: id('entity').describe('Who spent it, and charges it.'),
    month: z
      .string()
      .max(7)
      .regex(/^\d{4}-\d{2}$/, 'expected a month such as 2026-03')
      .describe('It is charged on its last day.'),
    basis: z
      .enum(['revenue', 'headcount', 'shares', 'flat'])
      .describe('By revenue of the month as booked, by the weight that each receiver is given, or evenly.'),
    cost: amount()
      .optional()
      .describe('In the currency of the provider; all its overhead of the month where it is not named.'),
    markupPercent: z
      .string()
      .max(9)
      .regex(/^\d{1,3}(\.\d{1,4})?$/, 'expected a percentage such as 5 or 7.5')
      .default('0')
      .describe('On top of the cost.'),
    agreement: line(200).nullable().default(null),
    receivers: z
      .array(
        z.strictObject({
          entityId: id('entity'),
          weight: z.int().min(1).max(1_000_000).optional().describe('Its heads or its shares.'),
        }),
      )
      .min(1)
      .max(RECEIVERS_MAX),
  }),
  output: z.strictObject({
    cost: amount(),
    charged: amount().describe('With the markup.'),
    pairs: z.array(PostedPair).max(RECEIVERS_MAX),
  }),
  examples: async (factory) => {
    const { parentId, childId } = await exampleGroup(factory)
    const given = { providerEntityId: parentId, month: '2026-03', cost: '1200.00', markupPercent: '5' }
    return [{ ...given, basis: 'flat' as const, receivers: [{ entityId: childId }] }]
  },
  tellHeld: ({ providerEntityId, month, receivers }, { tx, changes }) => {
    const pairs = changes.filter(({ type }) => type === 'group.intercompany-posted').length
    return heldOf(tx, [providerEntityId, ...receivers.map(({ entityId }) => entityId)], (names) => ({
      en: `Services of ${month}, in ${pairs} pairs of entries, in the books of ${names.en}.`,
      de: `Leistungen von ${month}, in ${pairs} Buchungspaaren, in den Büchern von ${names.de}.`,
    }))
  },
  async handle({ providerEntityId, month, basis, markupPercent, agreement, receivers, ...given }, context) {
    const { tx, access, record } = context
    const { studioId } = present(access, 'books belong to a studio')
    const span = parsePeriod(month)
    if (!span) throw noMonth(month)
    const ids = receivers.map(({ entityId }) => entityId)
    const members = await readMembers(tx, [providerEntityId, ...ids])
    const memberOf = (entityId: string) => {
      const member = members.get(entityId)
      if (!member) throw unknownEntity(entityId)
      const { bookId, currency, name } = member
      if (bookId === null || currency === null) throw noBook(name)
      return { bookId, currency, name, entityId }
    }
    const provider = memberOf(providerEntityId)
    const [before] = await allocatedBefore(tx, { providerEntityId, month: span.startsOn, entityIds: ids })
    if (before !== undefined) throw allocatedAlready(memberOf(before).name, month)
    const cost =
      given.cost === undefined
        ? await overheadOf(tx, { bookId: provider.bookId, from: span.startsOn, to: span.endsOn })
        : read(given.cost, provider.currency)
    if (cost <= 0n) throw noCost(provider.name, month)
    const charged = cost + divideRounded(cost * markupOf(markupPercent), 1_000_000n)
    const weights =
      basis === 'revenue'
        ? await revenueOf(tx, ids.map(memberOf), {
            currency: provider.currency,
            from: span.startsOn,
            to: span.endsOn,
          })
        : receivers.map(({ weight }) => weightOf(basis, weight))
    if (weights.every((weight) => weight === 0n)) throw noWeight(basis)
    const pairs = []
    for (const [at, minor] of shareOut(charged, weights).entries()) {
      if (minor === 0n) continue
      pairs.push(
        await postPair(
          { ...context, studioId },
          {
            kind: 'charge',
            from: { entityId: providerEntityId, businessId: null, isOverhead: true },
            to: { entityId: present(ids[at], 'a receiver per share'), businessId: null, isOverhead: true },
            amount: decimalOf(minor, provider.currency),
            currency: provider.currency,
            effectiveOn: span.endsOn,
            memo: `Shared services of ${month}`,
            agreement,
            allocatedMonth: span.startsOn,
          },
        ),
      )
    }
    const told = { cost: decimalOf(cost, provider.currency), charged: decimalOf(charged, provider.currency) }
    record({
      type: 'group.services-allocated',
      subjectId: providerEntityId,
      after: { month, basis, markupPercent, ...told, pairs: pairs.map((pair) => pair.id) },
    })
    return { ...told, pairs }
  },
})

function read(given: string, currency: string): bigint {
  const parsed = minorOf(given, currency)
  if ('wrong' in parsed) throw amountRefused(given, currency)
  return parsed.minor
}

/** In millionths: 7.5 % is 75,000. */
function markupOf(percent: string): bigint {
  const [whole = '0', fraction = ''] = percent.split('.')
  return BigInt(whole + fraction.padEnd(4, '0'))
}

function weightOf(basis: Basis, weight: number | undefined): bigint {
  if (basis === 'flat') return 1n
  if (weight === undefined) throw noWeight(basis)
  return BigInt(weight)
}
