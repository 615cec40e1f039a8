import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { nextPeriod, previousPeriod, type Period } from '#kernel/periods.ts'
import { usePages, useWrite, type Row } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatInstant } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { May } from '../identity/may.tsx'
import { PROVENANCES, useFigure, type Kpi } from './figure.ts'
import { KpiMark } from './kpi-mark.tsx'
import { ValueNarrowing } from './value-narrowing.tsx'
import { useValueNarrowing } from './use-value-narrowing.ts'
import { useKpiPlace } from './use-kpi-place.ts'

/** What is in force in one period, by business: where the parts of the truth bar lead. */
export function KpiValues({ kpi, period }: { kpi: Kpi; period: Period }) {
  const { t } = useTranslation()
  const { provenance, put } = useKpiPlace()
  const narrowed = useValueNarrowing()
  const list = usePages('kpis.list-values', {
    kpiId: kpi.id,
    from: period.name,
    to: period.name,
    isInForce: true,
    limit: 100,
    ...(provenance && { provenance }),
    ...narrowed,
  })
  return (
    <>
      <Filters period={period} />
      {list.problem && (
        <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
          <ProblemNotice problem={list.problem} onRetry={list.again} />
        </Box>
      )}
      {list.rows?.length === 0 && provenance && (
        <EmptyState
          title={t('kpis.noFiltered.title', {
            period: period.name,
            provenance: t(`kpis.provenance.${provenance}.name`).toLowerCase(),
          })}
          detail={t('kpis.noFiltered.detail')}
        >
          <Button variant="outlined" onClick={() => put({ provenance: '' })}>
            {t('kpis.noFiltered.action')}
          </Button>
        </EmptyState>
      )}
      {list.rows?.length === 0 && !provenance && (
        <EmptyState
          title={t('kpis.noValues.title', { period: period.name })}
          detail={t('kpis.noValues.detail')}
        >
          <Button variant="outlined" component={Link} to="/businesses">
            {t('kpis.noValues.action')}
          </Button>
        </EmptyState>
      )}
      {!list.problem && list.rows?.length !== 0 && <ValueRows rows={list.rows} />}
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
      {list.total !== undefined && (
        <Typography
          variant="caption"
          component="output"
          sx={{ display: 'block', px: { xs: 4, sm: 6 }, py: 2 }}
        >
          {t('kpis.total', { count: list.total })}
        </Typography>
      )}
    </>
  )
}

function Filters({ period }: { period: Period }) {
  const { t } = useTranslation()
  const { provenance, put, addressOf } = useKpiPlace()
  const [earlier, later] = [previousPeriod(period).name, nextPeriod(period).name]
  return (
    <Box sx={FILTERS}>
      <Box
        component={Link}
        to={addressOf({ period: earlier })}
        aria-label={t('kpis.earlier', { period: earlier })}
        sx={DRILL}
      >
        {earlier}
      </Box>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {period.name}
      </Box>
      <Box
        component={Link}
        to={addressOf({ period: later })}
        aria-label={t('kpis.later', { period: later })}
        sx={DRILL}
      >
        {later}
      </Box>
      <ValueNarrowing />
      <Box sx={{ width: 176, ml: { sm: 'auto' } }}>
        <Choice
          label={t('kpis.from')}
          value={provenance ?? ''}
          isMarked={provenance !== undefined}
          options={[
            { value: '', label: t('kpis.anyProvenance') },
            ...PROVENANCES.map((one) => ({ value: one, label: t(`kpis.provenance.${one}.name`) })),
          ]}
          onChange={(value) => put({ provenance: value })}
        />
      </Box>
    </Box>
  )
}

function ValueRows({ rows }: { rows: Row<'kpis.list-values'>[] | undefined }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'business', title: t('kpis.business') },
    { key: 'value', title: t('kpis.value') },
    { key: 'toldBy', title: t('kpis.toldBy'), isWideOnly: true },
    { key: 'source', title: t('kpis.source'), isWideOnly: true },
    { key: 'withdraw', title: t('kpis.withdraw') },
  ]
  return (
    <LedgerRows label={t('kpis.values')} columns={columns}>
      {rows?.map((row) => (
        <ValueRow key={row.id} row={row} />
      ))}
    </LedgerRows>
  )
}

function ValueRow({ row }: { row: Row<'kpis.list-values'> }) {
  const { t } = useTranslation()
  const figure = useFigure()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('kpis.withdraw-values')
  const { business, provenance, recordedBy, source, note, link } = row
  const withdraw = async () => {
    if (await send({ valueIds: [row.id] }))
      dispatch(toastShown({ text: t('kpis.withdrawnToast', { name: business.name }) }))
  }
  return (
    <tr>
      <td>
        <Box component={Link} to={`/businesses/${business.id}`} sx={DRILL}>
          {business.name}
        </Box>
        {problem && <Box sx={{ ...SECOND_LINE, color: 'error.main' }}>{problem.detail}</Box>}
      </td>
      <td>
        {figure(row.value, row)} <KpiMark provenance={provenance} />
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {recordedBy.name ?? recordedBy.kind}
        <Box sx={SECOND_LINE}>{formatInstant(row.recordedAt)}</Box>
      </Box>
      <Box component="td" sx={{ ...WIDE_ONLY, whiteSpace: 'normal' }}>
        {link ? (
          <Box component="a" href={link} target="_blank" rel="noreferrer" sx={DRILL}>
            {source || link}
          </Box>
        ) : (
          source || '—'
        )}
        {note && <Box sx={SECOND_LINE}>{note}</Box>}
      </Box>
      <Box component="td" sx={BUTTON_CELL}>
        {provenance === 'claimed' && (
          <May permission="kpis.write">
            <Button
              disabled={isSending}
              aria-label={t('kpis.withdrawNamed', { name: business.name })}
              onClick={() => void withdraw()}
            >
              {t('kpis.withdraw')}
            </Button>
          </May>
        )}
      </Box>
    </tr>
  )
}

const FILTERS = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 4,
  fontSize: 13,
  fontFeatureSettings: "'tnum', 'zero'",
  px: { xs: 4, sm: 6 },
  py: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
