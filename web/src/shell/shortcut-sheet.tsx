import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { focusOnMount } from '../design/focus-on-mount.ts'
import { Icon } from '../design/icon.tsx'
import { KeyCap } from '../design/key-cap.tsx'

const SHORTCUTS = [
  { does: 'palette', keys: [['Ctrl', 'K']] },
  { does: 'create', keys: [['C']] },
  { does: 'find', keys: [['/']] },
  { does: 'goHome', keys: [['G'], ['H']] },
  { does: 'goInbox', keys: [['G'], ['I']] },
  { does: 'goBusinesses', keys: [['G'], ['B']] },
  { does: 'goVentures', keys: [['G'], ['V']] },
  { does: 'goAnalytics', keys: [['G'], ['N']] },
  { does: 'goBanking', keys: [['G'], ['K']] },
  { does: 'goApprovals', keys: [['G'], ['A']] },
  { does: 'goHealth', keys: [['G'], ['E']] },
  { does: 'goReference', keys: [['G'], ['R']] },
  { does: 'goSettings', keys: [['G'], ['S']] },
  { does: 'rows', keys: [['↓', '↑']] },
  { does: 'open', keys: [['Enter']] },
  { does: 'select', keys: [['X']] },
  { does: 'inboxRows', keys: [['J', 'K']] },
  { does: 'inboxRead', keys: [['E']] },
  { does: 'change', keys: [['E']] },
  { does: 'api', keys: [['A']] },
  { does: 'move', keys: [['M']] },
  { does: 'close', keys: [['Esc']] },
  { does: 'sheet', keys: [['?']] },
] as const

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby="shortcuts-title"
      slotProps={{ paper: { sx: { width: 400 } } }}
    >
      <Box sx={TITLE_BAR}>
        <Typography variant="h2" id="shortcuts-title" sx={{ flex: 1 }}>
          {t('shortcuts.title')}
        </Typography>
        <IconButton aria-label={t('panel.close')} onClick={onClose} ref={focusOnMount}>
          <Icon name="close" />
        </IconButton>
      </Box>
      <Box component="dl" sx={{ m: 0, pb: 2 }}>
        {SHORTCUTS.map(({ does, keys }) => (
          <Box
            key={does}
            sx={{
              display: 'flex',
              alignItems: 'center',
              minHeight: 32,
              px: 5,
              fontSize: 13,
              '& + &': { borderTop: '1px solid var(--mui-palette-divider)' },
            }}
          >
            <Box component="dt" sx={{ flex: 1 }}>
              {t(`shortcuts.${does}`)}
            </Box>
            <Box
              component="dd"
              sx={{
                m: 0,
                display: 'flex',
                alignItems: 'center',
                gap: 1,
                fontSize: 11,
                color: 'text.secondary',
              }}
            >
              {keys.map((together, at) => (
                <Box
                  component="span"
                  key={together.join('')}
                  sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
                >
                  {at > 0 && t('shortcuts.chordThen')}
                  {together.map((key) => (
                    <KeyCap key={key}>{key}</KeyCap>
                  ))}
                </Box>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Dialog>
  )
}

const TITLE_BAR = {
  display: 'flex',
  alignItems: 'center',
  minHeight: 48,
  pl: 5,
  pr: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
