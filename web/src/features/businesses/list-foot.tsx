import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../design/format.ts'
import { ProvenanceMark } from '../../design/provenance-mark.tsx'
import type { LiveRows } from '../../live/use-live-rows.ts'
import { NewsLine } from './news-line.tsx'

/** How many there are, what is new, and as of when it was counted. */
export function ListFoot(given: {
  total: number
  news: LiveRows | undefined
  moreGroups: number
  asOfMs: number | undefined
}) {
  const { t } = useTranslation()
  const { total, news, moreGroups, asOfMs } = given
  return (
    <Box sx={FOOT}>
      <Typography variant="caption" component="output">
        {t('businesses.total', { count: total })}
        {moreGroups > 0 && t('businesses.moreGroups', { count: moreGroups })}
      </Typography>
      {news && <NewsLine news={news} />}
      <ProvenanceMark kind="measured">
        {asOfMs !== undefined && t('provenance.asOf', { time: formatTime(asOfMs) })}
      </ProvenanceMark>
    </Box>
  )
}

const FOOT = {
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  columnGap: 4,
  minHeight: 32,
  px: { xs: 4, sm: 6 },
  mt: 'auto',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
