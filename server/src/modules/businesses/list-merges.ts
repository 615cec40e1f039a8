import { z } from 'zod'
import { id, instant, line } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { examplePair } from './business-pair.ts'
import { mergeBusiness } from './merge-business.ts'
import { countMerges, pageOfMerges } from './merges-queries.ts'

const ORDER = ['business']

const Merge = z
  .strictObject({
    business: z.strictObject({ id: id('business'), name: line(200) }).describe('What was merged.'),
    into: z
      .strictObject({ id: id('business'), name: line(200).nullable() })
      .describe('What stays; without its name where it is not open to you.'),
    reason: z.string().max(400),
    mergedAt: instant(),
  })
  .meta({ id: 'Merge' })

export const listMerges = operation({
  name: 'businesses.list-merges',
  summary: 'Pages through the merges that stand: which business was told twice, and which one stays.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({
    businessId: id('business').optional().describe('Only those that it is in, on either side.'),
    ...PageFields,
  }),
  output: pageOf(Merge),
  examples: async (factory) => {
    const { businessId, otherId: intoId } = await examplePair(factory)
    await factory.invoke(mergeBusiness, { businessId, intoId })
    return [{ businessId }, { limit: 1 }]
  },
  async handle({ businessId, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfMerges(tx, { businessId, after, limit: limit + 1 }),
      countMerges(tx, businessId),
    ])
    const page = pageFrom(rows, { limit, order: ORDER, total, keyOf: (row) => [row.business_id] })
    return {
      ...page,
      items: page.items.map((row) => ({
        business: { id: row.business_id, name: row.business_name },
        into: { id: row.into_id, name: row.into_name },
        reason: row.reason,
        mergedAt: row.merged_at,
      })),
    }
  },
})
