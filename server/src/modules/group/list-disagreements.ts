import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { today } from '#kernel/periods.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { currency, signedAmount } from '#server/modules/ledger/index.ts'
import {
  bookIdFrom,
  countDisagreements,
  pageOfDisagreements,
  type DisagreementRow,
} from './disagreements-queries.ts'
import { NamedEntity } from './schema.ts'

const ORDER = ['first', 'second', 'topic', 'currency']

const ItsSide = z.strictObject({
  entity: NamedEntity,
  bookId: id('book').nullable().describe('Null where it has no book.'),
  amount: signedAmount(),
  accountIds: z
    .array(id('account'))
    .max(2000)
    .describe('Where its lines with the other are: ledger.list-lines with the other as partner.'),
})

const Disagreement = z
  .strictObject({
    topic: z
      .enum(['balances', 'results'])
      .describe('What is owed up to the day; or what was sold and bought in all up to it.'),
    currency: currency(),
    first: ItsSide.describe('What the first has as its claim, or as its income, less debts and expenses.'),
    second: ItsSide.describe('The same as the second sees it: its debt, or its expense.'),
    difference: signedAmount().describe('By how much the first has more.'),
  })
  .meta({ id: 'Disagreement' })

export const listDisagreements = operation({
  name: 'group.list-disagreements',
  summary:
    'Lists the pairs of entities that do not agree on what they owe, or sold, each other up to a day, with what either has booked and the difference.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'group.read',
  risk: 'none',
  input: z.strictObject({
    asOf: day().optional().describe('The last day that counts; today in UTC where it is not named.'),
    entityId: id('entity').optional().describe('Only those of this entity with others.'),
    ...PageFields,
  }),
  output: pageOf(Disagreement),
  examples: async () => [{}, { asOf: '2026-03-31', limit: 1 }],
  async handle({ asOf = today(), entityId, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfDisagreements(tx, { asOf, entityId }, { after, limit: limit + 1 }),
      countDisagreements(tx, { asOf, entityId }),
    ])
    const page = pageFrom(rows, {
      limit,
      order: ORDER,
      total,
      keyOf: (row) => [row.first_id, row.second_id, row.topic, row.currency],
    })
    return { ...page, items: page.items.map(disagreementOf) }
  },
})

function disagreementOf(row: DisagreementRow): z.output<typeof Disagreement> {
  const [first, second] = saidBy(row)
  return {
    topic: row.topic,
    currency: row.currency,
    first: {
      entity: { id: idFrom('entity', row.first_id), name: row.first_name },
      bookId: bookIdFrom(row.first_book_id),
      amount: decimalOf(first, row.currency),
      accountIds: row.first_accounts,
    },
    second: {
      entity: { id: idFrom('entity', row.second_id), name: row.second_name },
      bookId: bookIdFrom(row.second_book_id),
      amount: decimalOf(second, row.currency),
      accountIds: row.second_accounts,
    },
    difference: decimalOf(first - second, row.currency),
  }
}

/** Both as the first sees them: a claim is a debit of its book, income a credit, and the other book mirrors it. */
export function saidBy(given: {
  topic: 'balances' | 'results'
  first_minor: string
  second_minor: string
}): [bigint, bigint] {
  const [first, second] = [BigInt(given.first_minor), BigInt(given.second_minor)]
  return given.topic === 'balances' ? [first, -second] : [-first, second]
}
