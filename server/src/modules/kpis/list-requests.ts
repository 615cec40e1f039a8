import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleAsk } from './example-ask.ts'
import type { KpisMeans } from './kpis-means.ts'
import { RequestStatus, ValueRequest } from './request-schema.ts'
import { requestValues } from './request-values.ts'
import { asksOf, countRequests, pageOfRequests } from './requests-queries.ts'

const ORDER = ['id']

export function listRequests(means: KpisMeans) {
  return operation({
    name: 'kpis.list-requests',
    summary:
      'Pages through the requests for values: who was asked for what, and whether they opened and answered it.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'kpis.read',
    risk: 'none',
    input: z.strictObject({
      status: RequestStatus.optional(),
      kpiId: id('kpi').optional(),
      ...PageFields,
    }),
    output: pageOf(ValueRequest),
    examples: async (factory) => {
      const ask = await exampleAsk(factory)
      await factory.invoke(requestValues(means), ask)
      return [{ status: 'open' as const, kpiId: ask.kpiId }, {}]
    },
    async handle({ cursor, limit, ...filter }, { tx }) {
      const after = readCursor(cursor, ORDER)
      const [rows, total] = await Promise.all([
        pageOfRequests(tx, filter, { after, limit: limit + 1 }),
        countRequests(tx, filter),
      ])
      const page = pageFrom(rows, { limit, order: ORDER, total, keyOf: (row) => [row.id] })
      const asks = Map.groupBy(
        await asksOf(
          tx,
          page.items.map((row) => row.id),
        ),
        ({ request_id }) => request_id,
      )
      return {
        ...page,
        items: page.items.map((row) => Object.assign(row, { asks: (asks.get(row.id) ?? []).map(askShown) })),
      }
    },
  })
}

function askShown(row: Awaited<ReturnType<typeof asksOf>>[number]) {
  return {
    business: { id: row.business_id, name: row.business_name },
    kpi: { id: row.kpi_id, name: row.kpi_name },
    period: row.period,
    isAnswered: row.is_answered,
  }
}
