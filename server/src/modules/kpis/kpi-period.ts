import { lastEndedBefore, parsePeriod, addDays, type Cadence, type Period, today } from '#kernel/periods.ts'
import { noSuchPeriod } from './problems.ts'
import type { Kpi } from './schema.ts'

const EXAMPLES: Record<Cadence, string> = { week: '2026-W43', month: '2026-10', quarter: '2026-Q3' }

/** The period that was named, where it is one of the KPI's cadence. Throws the problem `kpis.no-such-period`. */
export function periodNamed({ cadence }: Pick<Kpi, 'cadence'>, name: string): Period {
  const period = parsePeriod(name)
  if (period?.cadence !== cadence) throw noSuchPeriod(name, cadence, EXAMPLES[cadence])
  return period
}

/** The last one whose value is due by now: it ended more than the days of grace ago. */
export function duePeriod({ cadence, graceDays }: Pick<Kpi, 'cadence' | 'graceDays'>, on = today()): Period {
  return lastEndedBefore(cadence, addDays(on, -graceDays))
}
