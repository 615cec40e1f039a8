import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import type { HealthRules } from '#server/modules/health/index.ts'
import { BUSINESS_SORTS, countBusinesses, pageOfBusinesses } from './businesses-queries.ts'
import { ROWS_MAX } from './create-businesses.ts'
import { csvOf } from './csv-of.ts'
import { exampleBusiness } from './example-business.ts'
import { FilterFields, filterFrom } from './filter-fields.ts'
import { exportTooLarge, exportTooMany } from './problems.ts'

/** What an import takes back. */
const CSV_CHARS_MAX = 16_000_000

export function exportBusinesses(rules: HealthRules) {
  return operation({
    name: 'businesses.export-businesses',
    summary:
      'Takes out exactly the businesses that list-businesses finds with the same filter and order, as CSV. Importing that file gives the same businesses.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'businesses.read',
    risk: 'none',
    isSensitive: true,
    input: z.strictObject({ ...FilterFields, ...BUSINESS_SORTS.fields }),
    output: z.strictObject({
      fileName: z.string().max(100),
      rows: z.int().min(0).max(ROWS_MAX),
      csv: z
        .string()
        .max(CSV_CHARS_MAX)
        .describe('With a header. Cells that a spreadsheet would run have an apostrophe before them.'),
    }),
    examples: async (factory) => {
      const { entity } = await exampleBusiness(factory, '=1+1')
      return [
        { entityId: entity.id },
        { search: 'example', stage: 'validation' as const, entityId: entity.id },
      ]
    },
    async handle({ sort, descending, ...given }, { tx, access }) {
      const filter = filterFrom(given, rules.openTo(access, 'businesses.read'))
      const total = await countBusinesses(tx, filter)
      if (total > ROWS_MAX) throw exportTooMany(total, ROWS_MAX)
      const order = BUSINESS_SORTS.order({ sort, descending })
      const found = await pageOfBusinesses(tx, filter, { order, cursor: undefined, limit: ROWS_MAX })
      const csv = csvOf(found.map(({ business }) => business))
      if (csv.length > CSV_CHARS_MAX) throw exportTooLarge(csv.length, CSV_CHARS_MAX)
      const day = new Date().toISOString().slice(0, 10)
      return { fileName: `businesses-${day}.csv`, rows: found.length, csv }
    },
  })
}
