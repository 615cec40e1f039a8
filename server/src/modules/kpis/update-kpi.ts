import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { refusalOf } from './decide-kpi.ts'
import { exampleKpi } from './example-kpi.ts'
import { findKpi, findKpiForChange, hasAnyValue, updateKpiRow } from './kpis-queries.ts'
import { changedMeanwhile, hasValues, kpiNotFound } from './problems.ts'
import { Kpi, KpiFields } from './schema.ts'

const Changes = z.strictObject(KpiFields).partial()
type Changes = z.output<typeof Changes>
/** What every value repeats: it stays once there is one. */
const FIXED_BY_VALUES = ['unit', 'currency', 'cadence'] as const

export const updateKpi = operation({
  name: 'kpis.update-kpi',
  summary:
    'Changes fields of a KPI; what is not named stays. Unit, currency and cadence stay once it has values.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'kpis.write',
  risk: 'none',
  input: Changes.extend({
    kpiId: id('kpi'),
    revision: z.int().optional().describe('Refused when the KPI is at another one by now.'),
  }),
  output: z.strictObject({ kpi: Kpi, previous: Changes.describe('What the changed fields were before.') }),
  examples: async (factory) => {
    const { id: kpiId } = await exampleKpi(factory)
    return [{ kpiId, description: 'Net of refunds.', graceDays: 20 }]
  },
  undo: (_input, { kpi, previous }) => ({
    operation: 'kpis.update-kpi',
    input: { kpiId: kpi.id, ...previous },
  }),
  async handle({ kpiId, revision, ...given }, { tx, record }) {
    const before = await findKpiForChange(tx, kpiId)
    if (!before) throw kpiNotFound(kpiId)
    if (revision !== undefined && revision !== before.revision)
      throw changedMeanwhile(revision, before.revision)
    const { changes, previous } = differenceOf(before, given)
    if (Object.keys(changes).length === 0) return { kpi: before, previous }
    const after = { ...before, ...changes }
    const fixed = FIXED_BY_VALUES.find((field) => field in changes)
    if (fixed && (await hasAnyValue(tx, kpiId))) throw hasValues(before.name, fixed)
    const refusal = before.archivedAt === null ? await refusalOf(tx, after) : undefined
    if (refusal) throw refusal
    await updateKpiRow(tx, after)
    record({ type: 'kpis.kpi-updated', subjectId: kpiId, before: previous, after: changes })
    return { kpi: present(await findKpi(tx, kpiId), 'the KPI that was changed'), previous }
  },
})

function differenceOf(before: Kpi, given: Changes): { changes: Changes; previous: Changes } {
  const all = Changes.keyof().options
  const changed = all.filter((field) => given[field] !== undefined && given[field] !== before[field])
  const only = (from: Changes) =>
    Changes.parse(Object.fromEntries(changed.map((field) => [field, from[field]])))
  const { id: _id, ownerName: _ownerName, revision: _revision, ...rest } = before
  return { changes: only(given), previous: only(rest) }
}
