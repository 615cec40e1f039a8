import { z } from 'zod'
import { day, id, instant } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { readDayCursor } from './day-cursor.ts'
import { fromAfterTo } from './problems.ts'
import { countRates, pageOfRates } from './rates-queries.ts'
import { NewRate, rate } from './record-rates.ts'
import { currency } from './schema.ts'

const ORDER = ['on', 'id']

const ExchangeRate = z
  .strictObject({
    id: id('exchange_rate'),
    ...NewRate.shape,
    rate: rate(),
    source: z.string().max(120),
    recordedAt: instant(),
  })
  .meta({ id: 'ExchangeRate' })

export const listRates = operation({
  name: 'ledger.list-rates',
  summary:
    'Pages through exchange rates with their sources, the latest day first. Of one day the first listed counts.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    base: currency().optional(),
    quote: currency().optional(),
    from: day().optional().describe('The first day.'),
    to: day().optional().describe('The last day.'),
    ...PageFields,
  }),
  output: pageOf(ExchangeRate),
  examples: async () => [{}, { base: 'EUR', quote: 'USD', from: '2026-01-01', to: '2026-12-31', limit: 1 }],
  async handle({ cursor, limit, ...filter }, { tx }) {
    const { from, to } = filter
    if (from !== undefined && to !== undefined && from > to) throw fromAfterTo(from, to)
    const after = readDayCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfRates(tx, filter, { after, limit: limit + 1 }),
      countRates(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ on, id: own }) => [on, own] })
  },
})
