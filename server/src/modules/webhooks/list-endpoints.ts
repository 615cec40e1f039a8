import { z } from 'zod'
import { onlyIds, PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countEndpoints, pageOfEndpoints } from './endpoints-queries.ts'
import { Endpoint } from './schema.ts'

const ORDER = ['newest']

export const listEndpoints = operation({
  name: 'webhooks.list-endpoints',
  summary:
    'Pages through the addresses that are told of events, newest first: what each is told, and whether it takes it.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'webhooks.manage',
  risk: 'none',
  resolves: 'webhook_endpoint',
  input: z.strictObject({
    ids: onlyIds('webhook_endpoint'),
    isArchived: z
      .boolean()
      .optional()
      .describe(
        'True: only archived ones. False: only the others, which is the default where no ids are named.',
      ),
    ...PageFields,
  }),
  output: pageOf(Endpoint),
  examples: async () => [{}, { isArchived: false, limit: 1 }],
  async handle({ cursor, limit, ids, isArchived }, { tx }) {
    const filter = { ids, isArchived: isArchived ?? (ids === undefined ? false : undefined) }
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfEndpoints(tx, filter, { after, limit: limit + 1 }),
      countEndpoints(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})
