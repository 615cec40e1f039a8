import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatCount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import type { Health } from './health-mark.tsx'

const STATUSES = [
  ['queued', 'queued'],
  ['running', 'running'],
  ['waiting', 'waiting'],
  ['outcomeUnknown', 'outcome-unknown'],
  ['failed', 'failed'],
] as const

/** Runs that have not ended or that need a person; each figure leads to them. */
export function RunCounts({ runs }: { runs: Health['runs'] | undefined }) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('health.runsList')}
      columns={[
        { key: 'status', title: t('health.status') },
        { key: 'count', title: t('health.count') },
      ]}
    >
      {runs &&
        STATUSES.map(([key, status]) => (
          <tr key={key} data-row>
            <td>{t(`health.runsOf.${key}`)}</td>
            <Box component="td" sx={{ fontFeatureSettings: "'tnum', 'zero'" }}>
              <Box component={Link} to={`/runs?status=${status}`} sx={DRILL}>
                {formatCount(runs[key])}
              </Box>
            </Box>
          </tr>
        ))}
    </LedgerRows>
  )
}
