import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pathOf } from '../api-call.ts'
import { CopyButton } from '../design/copy-button.tsx'
import { focusOnMount } from '../design/focus-on-mount.ts'
import { Icon } from '../design/icon.tsx'
import { DRILL } from '../design/kpi-strip.tsx'
import { MONO } from '../design/theme.ts'
import { useShownReads } from '../shown-reads.ts'

/** What this page reads, as lines for a terminal: the same operations, for programs. */
export function ApiView({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const reads = useShownReads()
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby="api-view-title"
      slotProps={{ paper: { sx: { width: 720 } } }}
    >
      <Box sx={HEAD}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h2" id="api-view-title">
            {t('apiView.title')}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('apiView.detail')}
          </Typography>
        </Box>
        <IconButton aria-label={t('panel.close')} onClick={onClose} ref={focusOnMount}>
          <Icon name="close" />
        </IconButton>
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {reads.map(({ operation, input }) => {
          const line = `curl -H "Authorization: Bearer $IZA_KEY" "${location.origin}${pathOf(operation, input)}"`
          return (
            <Box component="li" key={line} sx={ROW}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Box
                  component={Link}
                  to={`/reference?q=${operation}`}
                  onClick={onClose}
                  sx={{ ...DRILL, fontSize: 13, fontWeight: 500 }}
                >
                  {operation}
                </Box>
                <Box component="code" sx={LINE}>
                  {line}
                </Box>
              </Box>
              <CopyButton text={line} label={t('apiView.copy')} />
            </Box>
          )
        })}
      </Box>
    </Dialog>
  )
}

const HEAD = { display: 'flex', alignItems: 'flex-start', gap: 2, p: 5, pb: 4 } as const
const ROW = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 2,
  px: 5,
  py: 2,
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
const LINE = {
  display: 'block',
  fontFamily: MONO,
  fontSize: 12,
  lineHeight: '18px',
  color: 'text.secondary',
  overflowWrap: 'anywhere',
} as const
