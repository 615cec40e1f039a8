import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import { present } from '#kernel/assert.ts'
import { exampleRequest } from './example-request.ts'
import { kpisById } from './kpis-queries.ts'
import type { KpisMeans } from './kpis-means.ts'
import { presentLink } from './present-link.ts'
import { RequestForm } from './request-schema.ts'
import { asksOf, setOpened } from './requests-queries.ts'

/** A write, and no read: a token in the address of a GET would stand in logs, and that it was opened is worth knowing. */
export function openRequest(means: KpisMeans) {
  return operation({
    name: 'kpis.open-request',
    summary:
      'Tells what is asked for by the token of a link, and records that it was opened. Nobody signs in for it.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({
      token: secret(z.string().min(1).max(80)).describe('What stands behind the # of the link.'),
    }),
    output: z.strictObject(RequestForm),
    examples: async (factory) => {
      const { token } = await exampleRequest(factory, means)
      return [{ token }]
    },
    async handle({ token }, { tx, becomes, record }) {
      const { request, asked } = await presentLink({ tx, becomes }, token)
      const asks = await asksOf(tx, [request.id])
      const kpis = await kpisById(tx, [...new Set(asks.map(({ kpi_id }) => kpi_id))])
      await setOpened(tx, request.id)
      record({ type: 'kpis.request-opened', subjectId: request.id })
      return {
        studioName: asked.studioName,
        personName: asked.name,
        expiresAt: request.expires_at,
        asks: asks.map((row) => {
          const { id, name, description, unit, currency } = present(
            kpis.get(row.kpi_id),
            'a KPI of the request',
          )
          const business = { id: row.business_id, name: row.business_name }
          return { business, kpi: { id, name, description, unit, currency }, period: row.period }
        }),
      }
    },
  })
}
