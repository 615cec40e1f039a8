import { z } from 'zod'
import { CADENCES, periodOf } from '#kernel/periods.ts'
import { exceptionRule } from '#server/modules/exceptions/index.ts'
import { CONTRADICTED, SILENT } from './exceptions-queries.ts'
import { Provenance } from './schema.ts'

const Cadence = z.enum(CADENCES)

export const contradictedRule = exceptionRule({
  name: 'kpis.contradictions',
  title: 'Contradicted claim',
  stated:
    'For one business, KPI and period somebody claimed a value that differs from what was measured or posted by more than the KPI tolerates.',
  permission: 'kpis.read',
  points: 25,
  facts: z.object({
    business: z.string(),
    kpi: z.string(),
    cadence: Cadence,
    startsOn: z.string(),
    measure: z.string(),
    claimed: z.string(),
    firm: z.string(),
    provenance: Provenance,
  }),
  rows: CONTRADICTED,
  says: ({ business, kpi, cadence, startsOn, measure, claimed, firm, provenance }) =>
    `${kpi} of "${business}" in ${periodOf(cadence, startsOn).name}: ${amount(claimed, measure)} was claimed, and ${amount(firm, measure)} ${provenance}. Ask whoever claimed it, or withdraw the claim.`,
})

export const silentRule = exceptionRule({
  name: 'kpis.stale',
  title: 'Silent KPI',
  stated:
    'A business at work had values of a KPI, and has none for the last period that is due: it ended more days ago than the KPI gives as grace.',
  permission: 'kpis.read',
  points: 20,
  facts: z.object({
    business: z.string(),
    kpi: z.string(),
    cadence: Cadence,
    lastOn: z.string(),
    dueOn: z.string(),
  }),
  rows: SILENT,
  says: ({ business, kpi, cadence, lastOn, dueOn }) =>
    `${kpi} of "${business}" was last told for ${periodOf(cadence, lastOn).name}, and ${periodOf(cadence, dueOn).name} is due. Record its value, or ask the owner for it.`,
})

/** "money EUR" is an amount in euros; a count has no unit, and the others have theirs. */
export function amount(value: string, measure: string): string {
  const [unit = '', currency] = measure.split(' ')
  const number = value.replace(/^(-?\d+)/, (digits) => BigInt(digits).toLocaleString('en'))
  if (currency !== undefined) return `${number} ${currency}`
  return unit === 'percent' ? `${number} %` : unit === 'days' ? `${number} days` : number
}
