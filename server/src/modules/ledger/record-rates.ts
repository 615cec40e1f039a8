import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Said } from '#kernel/languages.ts'
import { newId } from '#kernel/ids.ts'
import { day, id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { askASecond } from '#server/modules/identity/index.ts'
import { listedSaid } from './held-words.ts'
import { sameCurrency } from './problems.ts'
import { ratesApart, tellApart } from './rates-apart.ts'
import { insertRates } from './rates-queries.ts'
import { currency } from './schema.ts'

const RATES_MAX = 5000
const WRITE = 'ledger.write'

export const rate = () =>
  z
    .string()
    .max(24)
    .regex(/^(?=.*[1-9])\d{1,10}(\.\d{1,10})?$/, 'expected a rate above 0 such as 1.0842')

export const NewRate = z.strictObject({
  base: currency(),
  quote: currency(),
  on: day().describe('The day that it is of.'),
  rate: rate().describe('Units of the quoted currency for one of the base.'),
  source: line(120).describe('Where it comes from: a central bank, a bank, a contract.'),
})

export const recordRates = operation({
  name: 'ledger.record-rates',
  summary:
    'Records exchange rates, each of a day and from a source. Nothing is overwritten: the latest for a day counts, and what was known before stays known. One that lies far away from the last waits for a second person.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: WRITE,
  risk: 'none',
  input: z.strictObject({ rates: z.array(NewRate).min(1).max(RATES_MAX) }),
  output: z.strictObject({ rateIds: z.array(id('exchange_rate')).max(RATES_MAX) }),
  examples: async () => [
    {
      rates: [
        { base: 'EUR', quote: 'USD', on: '2026-03-31', rate: '1.0815', source: 'ECB reference rate' },
        { base: 'GBP', quote: 'USD', on: '2026-03-31', rate: '1.2918', source: 'Bank of England' },
      ],
    },
  ],
  tellHeld: async ({ rates }) => ({ says: toldRates(rates), touches: [] }),
  async handle({ rates }, context) {
    const { tx, access, record } = context
    const { studioId } = present(access, 'rates belong to a studio')
    const wrong = rates.find(({ base, quote }) => base === quote)
    if (wrong) throw sameCurrency(wrong.base)
    const rows = rates.map(({ base, quote, on, rate: value, source }) => ({
      id: newId('exchange_rate'),
      base,
      quote,
      on,
      rate: value,
      source,
    }))
    const why = tellApart(await ratesApart(tx, rows))
    if (why) await askASecond(context, { permission: WRITE, why })
    await insertRates(tx, studioId, rows)
    const first = present(rows[0], 'at least one rate')
    record({
      type: 'ledger.rates-recorded',
      subjectId: first.id,
      after: {
        count: rows.length,
        pairs: [...new Set(rows.map(({ base, quote }) => `${base}/${quote}`))].slice(0, 50),
      },
    })
    return { rateIds: rows.map((row) => row.id) }
  },
})

function toldRates(rates: readonly z.output<typeof NewRate>[]): Said {
  const [first, ...more] = rates.toSorted((one, other) => (one.on < other.on ? -1 : 1))
  const { base, quote, on, rate: value, source } = present(first, 'at least one rate')
  const last = more.at(-1)
  if (!last)
    return {
      en: `1 ${base} = ${value} ${quote} on ${on} (${source}).`,
      de: `1 ${base} = ${value} ${quote} am ${on} (${source}).`,
    }
  const pairs = listedSaid([...new Set(rates.map((one) => `${one.base}/${one.quote}`))])
  return {
    en: `${rates.length} rates from ${on} to ${last.on}: ${pairs.en}.`,
    de: `${rates.length} Kurse vom ${on} bis zum ${last.on}: ${pairs.de}.`,
  }
}
