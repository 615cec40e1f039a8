import { useTranslation } from 'react-i18next'
import { useRead, type Output, type Reading } from '../../../api.ts'
import { KpiStrip, type Kpi } from '../../../design/kpi-strip.tsx'
import { useFigure } from '../../kpis/figure.ts'
import { KpiMark } from '../../kpis/kpi-mark.tsx'

type Portfolio = Output<'businesses.summarise-portfolio'>

/** Five figures, each with its formula below it and its rows behind it. */
export function OverviewFigures({ portfolio }: { portfolio: Reading<Portfolio> }) {
  const { t } = useTranslation()
  const revenue = useHeadline()
  const { data, problem } = portfolio
  const reason = problem && t('home.unread', { reason: problem.title })
  const counted = (
    label: string,
    value: number | undefined,
    rest: { to: string; formula?: string },
  ): Kpi => ({
    label,
    value: problem ? null : value,
    reason,
    ...rest,
  })
  return (
    <KpiStrip
      label={t('overview.figures')}
      items={[
        counted(t('overview.live'), data?.live, {
          to: '/businesses?standing=live',
          ...(data && { formula: t('overview.liveFormula', { all: data.atWork }) }),
        }),
        counted(t('overview.launched'), data?.launched, {
          to: `/businesses?movedTo=launched&movedSince=${data?.launchedSince ?? ''}`,
          ...(data && { formula: t('overview.launchedFormula', { day: data.launchedSince }) }),
        }),
        counted(t('overview.stalled'), data?.stalled, {
          to: '/businesses?stalled=true',
          formula: t('overview.stalledFormula'),
        }),
        counted(t('overview.watch'), data?.health.watch, {
          to: '/businesses?health=watch',
          ...(data && { formula: t('overview.watchFormula', { poor: data.health.poor }) }),
        }),
        revenue,
      ]}
    />
  )
}

function useHeadline(): Kpi {
  const { t } = useTranslation()
  const figure = useFigure()
  const found = useRead('kpis.list-kpis', { isHeadline: true, limit: 1 })
  const kpi = found.data?.items[0]
  const summary = useRead('kpis.summarise-values', { kpiId: kpi?.id ?? '' }, { skip: !kpi })
  const label = kpi?.name ?? t('home.revenue')
  const to = kpi ? `/businesses/kpis/${kpi.id}` : '/businesses/kpis'
  const problem = found.problem ?? summary.problem
  if (problem) return { label, value: null, reason: t('home.unread', { reason: problem.title }), to }
  if (found.data && !kpi) return { label, value: null, reason: t('home.noHeadline'), to }
  if (!summary.data) return { label, value: undefined, to }
  const { figure: sum, period, known, unknown, parts } = summary.data
  if (sum === null) return { label, value: null, reason: t('home.noHeadlineYet', { period }), to }
  return {
    label,
    value: figure(sum, summary.data.kpi, 'short'),
    to: `${to}?period=${period}`,
    formula: t('home.revenueFormula', { period, known, all: known + unknown }),
    marks: parts
      .filter(({ businesses }) => businesses > 0)
      .map(({ provenance }) => <KpiMark key={provenance} provenance={provenance} />),
  }
}
