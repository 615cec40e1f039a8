import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleAsk } from './example-ask.ts'
import { periodNamed } from './kpi-period.ts'
import type { KpisMeans } from './kpis-means.ts'
import { findKpi } from './kpis-queries.ts'
import { makeRequests } from './make-requests.ts'
import { kpiArchived, kpiNotFound, periodToCome } from './problems.ts'
import { ownersFor } from './requests-queries.ts'
import { period, VALUES_MAX } from './schema.ts'

export function requestValues(means: KpisMeans) {
  return operation({
    name: 'kpis.request-values',
    summary:
      'Asks the owners of businesses for the values of a KPI in one period: each owner gets one mail with one link, which is answered without signing in.',
    effect: 'write',
    scope: { of: 'ids', ids: ({ businessIds }) => businessIds },
    permission: 'kpis.write',
    risk: 'none',
    input: z.strictObject({
      kpiId: id('kpi'),
      businessIds: z.array(id('business')).min(1).max(VALUES_MAX),
      period: period().optional().describe('The last one that has ended, where none is named.'),
    }),
    output: z.strictObject({
      requests: z
        .array(z.strictObject({ requestId: id('kpi_request'), personId: id('person'), asks: z.int() }))
        .max(VALUES_MAX),
      notAsked: z
        .array(
          z.strictObject({
            businessId: id('business'),
            because: z
              .enum(['has-value', 'no-owner', 'archived'])
              .describe('It is told already; neither the business nor the KPI has an owner; it is archived.'),
          }),
        )
        .max(VALUES_MAX),
      isMailed: z.boolean().describe('False where no mail server is set: the mails are files in the home.'),
    }),
    examples: async (factory) => [await exampleAsk(factory)],
    async handle({ kpiId, businessIds, period: named }, { tx, access, actor, record }) {
      const { studioId } = present(access, 'values are asked for in a studio')
      const kpi = await findKpi(tx, kpiId)
      if (!kpi) throw kpiNotFound(kpiId)
      if (kpi.archivedAt !== null) throw kpiArchived(kpi.name)
      const asked = named === undefined ? lastEndedBefore(kpi.cadence, today()) : periodNamed(kpi, named)
      if (asked.startsOn > today()) throw periodToCome(asked.name, asked.startsOn)
      const { startsOn, cadence } = asked
      const found = await ownersFor(tx, { kpiId, startsOn, businessIds })
      const notAsked = found.flatMap(({ business_id: businessId, ...row }) => {
        const because = reasonNotToAsk(row)
        return because ? [{ businessId, because }] : []
      })
      const asks = found.flatMap((row) => {
        const { business_id, person_id } = row
        if (person_id === null || reasonNotToAsk(row)) return []
        return [{ business_id, person_id, kpi_id: kpiId, cadence, starts_on: startsOn }]
      })
      const requests = await makeRequests({ tx, actor, record, studioId }, means, asks)
      return { requests, notAsked, isMailed: means.mail.leavesThisMachine }
    },
  })
}

function reasonNotToAsk(row: { person_id: string | null; is_known: boolean; is_archived: boolean }) {
  if (row.is_archived) return 'archived' as const
  if (row.is_known) return 'has-value' as const
  return row.person_id === null ? ('no-owner' as const) : undefined
}
