import { useTranslation } from 'react-i18next'
import { useRead, type Reading } from '../../api.ts'
import { KpiStrip, type Kpi } from '../../design/kpi-strip.tsx'
import { formatCount, formatUtcDay, formatShare } from '../../design/format.ts'
import { useFigure } from '../kpis/figure.ts'
import { KpiMark } from '../kpis/kpi-mark.tsx'

/** The figures of the studio. Beside each stands how it is computed; what nobody knows is a dash with the reason. */
export function HomeFigures() {
  const { t } = useTranslation()
  return (
    <KpiStrip
      label={t('home.figures')}
      items={[useValue(), useRevenue(), useBusinesses(), useAutomation(), useUptime(), useTasks()]}
    />
  )
}

function useValue(): Kpi {
  const { t } = useTranslation()
  const figure = useFigure()
  const label = t('home.value')
  const found = useRead('kpis.list-kpis', { isValuation: true, limit: 1 })
  const kpi = found.data?.items[0]
  const latest = useRead('kpis.summarise-latest', { kpiId: kpi?.id ?? '' }, { skip: !kpi })
  const to = kpi ? `/businesses/kpis/${kpi.id}` : '/businesses/kpis'
  const problem = found.problem ?? latest.problem
  if (problem) return { label, value: null, reason: t('home.unread', { reason: problem.title }), to }
  if (found.data && !kpi) return { label, value: null, reason: t('home.noValuation'), to }
  if (!latest.data) return { label, value: undefined, to }
  const { figure: sum, parts, known, unknown } = latest.data
  if (sum === null) return { label, value: null, reason: t('home.noValuationYet'), to }
  return {
    label,
    value: figure(sum, latest.data.kpi, 'short'),
    to,
    formula: t('home.valueFormula', { known, unknown }),
    marks: parts.map(({ provenance }) => <KpiMark key={provenance} provenance={provenance} />),
  }
}

function useRevenue(): Kpi {
  const { t } = useTranslation()
  const figure = useFigure()
  const found = useRead('kpis.list-kpis', { isHeadline: true, limit: 1 })
  const kpi = found.data?.items[0]
  const label = kpi?.name ?? t('home.revenue')
  const summary = useRead('kpis.summarise-values', { kpiId: kpi?.id ?? '' }, { skip: !kpi })
  const to = kpi ? `/businesses/kpis/${kpi.id}` : '/businesses/kpis'
  const problem = found.problem ?? summary.problem
  if (problem) return { label, value: null, reason: t('home.unread', { reason: problem.title }), to }
  if (found.data && !kpi) return { label, value: null, reason: t('home.noHeadline'), to }
  if (!summary.data) return { label, value: undefined, to }
  const { figure: sum, period, known, unknown } = summary.data
  if (sum === null) return { label, value: null, reason: t('home.noHeadlineYet', { period }), to }
  return {
    label,
    value: figure(sum, summary.data.kpi, 'short'),
    to: `${to}?period=${period}`,
    formula: t('home.revenueFormula', { period, known, all: known + unknown }),
  }
}

function useBusinesses(): Kpi {
  const { t } = useTranslation()
  const reading = useRead('businesses.list-businesses', { limit: 1 })
  const entities = useRead('entities.list-entities', { limit: 1 })
  const formula = entities.data && t('home.businessesFormula', { count: entities.data.total })
  return {
    ...useCounted(t('home.businesses'), '/businesses', reading),
    ...(reading.data && { value: reading.data.total }),
    formula,
  }
}

function useAutomation(): Kpi {
  const { t } = useTranslation()
  const reading = useRead('audit.summarise-writes', {})
  const at = useCounted(t('home.automation'), '/settings/audit', reading)
  if (!reading.data) return at
  const { share, writes, automatic } = reading.data
  if (share === null) return { ...at, value: null, reason: t('home.noWrites') }
  return {
    ...at,
    value: formatShare(automatic, writes),
    formula: t('home.automationFormula', { automatic: formatCount(automatic), writes: formatCount(writes) }),
  }
}

function useUptime(): Kpi {
  const { t } = useTranslation()
  const reading = useRead('monitoring.get-uptime', {})
  const at = useCounted(t('home.uptime'), '/health', reading)
  if (!reading.data) return at
  const { upMinutes, downMinutes, unknownMinutes } = reading.data
  const probed = upMinutes + downMinutes
  if (probed === 0) return { ...at, value: null, reason: t('home.noProbe') }
  return {
    ...at,
    value: formatShare(upMinutes, probed),
    formula: t('home.uptimeFormula', { probed: formatCount(probed), unknown: formatCount(unknownMinutes) }),
  }
}

function useTasks(): Kpi {
  const { t } = useTranslation()
  const reading = useRead('runs.summarise-runs', {})
  const at = useCounted(t('home.tasks'), '/runs?status=done', reading)
  if (!reading.data) return at
  return {
    ...at,
    value: reading.data.done,
    formula: t('home.tasksFormula', { since: formatUtcDay(reading.data.since) }),
  }
}

function useCounted(label: string, to: string, { problem }: Reading<unknown>): Kpi {
  const { t } = useTranslation()
  const reason = problem && t('home.unread', { reason: problem.title })
  return { label, to, value: problem ? null : undefined, reason }
}
