import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { WIDE_ONLY } from '../../design/ledger-table.ts'
import { formatDuration } from './format-duration.ts'
import type { Health } from './health-mark.tsx'

const FIGURE = { ...WIDE_ONLY, fontFeatureSettings: "'tnum', 'zero'" } as const

/** What was invoked most and what was slowest; what was refused leads to its lines in the audit. */
export function OperationRows({ operations }: { operations: Health['operations'] | undefined }) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('health.operations')}
      columns={[
        { key: 'operation', title: t('health.operation') },
        { key: 'calls', title: t('health.calls') },
        { key: 'refused', title: t('health.refused'), isWideOnly: true },
        { key: 'failed', title: t('health.failedShort'), isWideOnly: true },
        ...['p50', 'p95', 'p99'].map((key) => ({ key, title: key, isWideOnly: true })),
      ]}
    >
      {operations?.map((row) => (
        <OperationRow key={row.operation} row={row} />
      ))}
    </LedgerRows>
  )
}

function OperationRow({ row }: { row: Health['operations'][number] }) {
  const { t } = useTranslation()
  const { operation, count, refused, failed, p50Ms, p95Ms, p99Ms } = row
  return (
    <tr data-row>
      <td>
        <Box
          component={Link}
          to={`/reference?q=${operation.split('.')[1] ?? ''}`}
          sx={{ ...DRILL, fontWeight: 500 }}
        >
          {operation}
        </Box>
      </td>
      <Box component="td" sx={{ fontFeatureSettings: "'tnum', 'zero'" }}>
        <Box component="span" sx={{ display: { sm: 'none' }, color: 'text.secondary' }}>
          {t('health.callsOn', { count, p95: formatDuration(p95Ms) })}
        </Box>
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
          {formatCount(count)}
        </Box>
      </Box>
      <Box component="td" sx={FIGURE}>
        {refused > 0 ? (
          <Box component={Link} to="/settings/audit?outcome=refused" sx={DRILL}>
            {formatCount(refused)}
          </Box>
        ) : (
          formatCount(refused)
        )}
      </Box>
      <Box component="td" sx={{ ...FIGURE, ...(failed > 0 && { color: 'error.main', fontWeight: 500 }) }}>
        {formatCount(failed)}
      </Box>
      {[p50Ms, p95Ms, p99Ms].map((ms, at) => (
        <Box component="td" key={['p50', 'p95', 'p99'][at]} sx={FIGURE}>
          {formatDuration(ms)}
        </Box>
      ))}
    </tr>
  )
}
