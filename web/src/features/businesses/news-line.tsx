import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { LiveRows } from '../../live/use-live-rows.ts'

/** What others added or took away meanwhile. It stands at the foot, and comes in when it is asked for: rows keep their places. */
export function NewsLine({ news: { added, gone, show } }: { news: LiveRows }) {
  const { t } = useTranslation()
  const words = [
    ...(added > 0 ? [t('businesses.news', { count: added })] : []),
    ...(gone > 0 ? [t('businesses.gone', { count: gone })] : []),
  ]
  return (
    <Box component="output" sx={LINE}>
      {words.length > 0 && (
        <>
          <span>{words.join(', ')}</span>
          <Button size="small" onClick={show}>
            {t('businesses.showNews')}
          </Button>
        </>
      )}
    </Box>
  )
}

const LINE = {
  flex: 1,
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  fontSize: 12,
  whiteSpace: 'nowrap',
} as const
