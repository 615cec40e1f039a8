import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { formatDecimal } from '../../design/format.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useFigure, type Kpi } from './figure.ts'
import { KpiMark } from './kpi-mark.tsx'

type Contradiction = Row<'kpis.list-contradictions'>

/** Where somebody claims what a source or a book says otherwise: both, and who said it. */
export function Contradictions({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation()
  const figure = useFigure()
  const list = usePages('kpis.list-contradictions', { kpiId: kpi.id, limit: 100 })
  const columns = (['business', 'claimed', 'firm', 'difference'] as const).map((key) => ({
    key,
    title: t(`kpis.${key}`),
  }))
  if (list.problem)
    return (
      <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <ProblemNotice problem={list.problem} onRetry={list.again} />
      </Box>
    )
  if (list.rows?.length === 0)
    return (
      <EmptyState
        title={t('kpis.noContradictions.title')}
        detail={t('kpis.noContradictions.detail', { percent: formatDecimal(String(kpi.tolerancePercent)) })}
      />
    )
  return (
    <>
      <LedgerRows label={t('kpis.contradictions')} columns={columns}>
        {list.rows?.map((row) => (
          <tr key={row.claimed.id}>
            <td>
              <Box component={Link} to={`/businesses/${row.claimed.business.id}`} sx={DRILL}>
                {row.claimed.business.name}
              </Box>
              <Box sx={SECOND_LINE}>{row.claimed.period}</Box>
            </td>
            <Said value={row.claimed} kpi={kpi} />
            <Said value={row.firm} kpi={kpi} />
            <td>
              {row.differencePercent === null
                ? figure(row.difference, kpi)
                : t('kpis.differencePercent', {
                    difference: figure(row.difference, kpi),
                    percent: formatDecimal(String(row.differencePercent)),
                  })}
            </td>
          </tr>
        ))}
      </LedgerRows>
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
    </>
  )
}

function Said({ value, kpi }: { value: Contradiction['claimed']; kpi: Kpi }) {
  const figure = useFigure()
  return (
    <td>
      {figure(value.value, kpi)} <KpiMark provenance={value.provenance} />
      <Box sx={SECOND_LINE}>
        {[value.recordedBy.name ?? value.recordedBy.kind, ...(value.source ? [value.source] : [])].join(
          ' · ',
        )}
      </Box>
    </td>
  )
}
