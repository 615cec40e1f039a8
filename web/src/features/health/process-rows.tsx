import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { formatCount, formatInstant } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { WIDE_ONLY } from '../../design/ledger-table.ts'
import { formatDuration, formatMegabytes } from './format-duration.ts'
import type { Health } from './health-mark.tsx'

const FIGURE = { ...WIDE_ONLY, fontFeatureSettings: "'tnum', 'zero'" } as const

/** What each serving process holds at this moment. */
export function ProcessRows({ processes }: { processes: Health['processes'] | undefined }) {
  const { t } = useTranslation()
  return (
    <LedgerRows
      label={t('health.processes')}
      columns={[
        { key: 'process', title: t('health.process') },
        { key: 'memory', title: t('health.memory') },
        { key: 'loop', title: t('health.loop'), isWideOnly: true },
        { key: 'connections', title: t('health.connections'), isWideOnly: true },
        { key: 'streams', title: t('health.streams'), isWideOnly: true },
        { key: 'since', title: t('health.since'), isWideOnly: true },
      ]}
    >
      {processes?.map((one) => (
        <tr key={one.number} data-row>
          <Box component="td" sx={{ fontWeight: 500 }}>
            {t('health.processNamed', { number: one.number })}
          </Box>
          <Box component="td" sx={{ fontFeatureSettings: "'tnum', 'zero'" }}>
            {formatMegabytes(one.residentBytes)}
          </Box>
          <Box component="td" sx={FIGURE}>
            {formatDuration(one.loopDelayP99Ms)}
          </Box>
          <Box component="td" sx={FIGURE}>
            {formatCount(one.connectionsInUse)}
          </Box>
          <Box component="td" sx={FIGURE}>
            {formatCount(one.liveStreams)}
          </Box>
          <Box component="td" sx={{ ...FIGURE, color: 'text.secondary' }}>
            {formatInstant(one.startedAt)}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}
