import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { RAIL_BELOW } from '../design/theme.ts'

/** The studio's name under the product's sign: three ruled lines and a full stop. */
export function StudioMark({ studio }: { studio: string }) {
  const { t } = useTranslation()
  return (
    <Box
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 2.5,
        height: 48,
        px: 4,
        borderBottom: '1px solid var(--mui-palette-divider)',
        [RAIL]: { px: 0, justifyContent: 'center' },
      }}
    >
      <LedgerSign size={22} />
      <Box sx={{ minWidth: 0, [RAIL]: { display: 'none' } }}>
        <Box
          title={studio}
          sx={{
            fontSize: 13,
            lineHeight: '16px',
            fontWeight: 600,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {studio}
        </Box>
        <Box sx={{ fontSize: 11, lineHeight: '14px', color: 'text.secondary' }}>{t('app.name')}</Box>
      </Box>
    </Box>
  )
}

const RAIL = `@media (max-width: ${RAIL_BELOW - 0.02}px)`

export function LedgerSign({ size }: { size: number }) {
  return (
    <Box
      component="svg"
      viewBox="0 0 32 32"
      aria-hidden
      sx={{ width: size, height: size, flex: 'none', color: 'primary.main' }}
    >
      <rect width="32" height="32" rx="3" fill="currentColor" />
      <Box component="g" sx={{ color: 'primary.contrastText' }}>
        <path d="M7 9h18M7 16h18M7 23h11" stroke="currentColor" strokeWidth="2.5" />
        <circle cx="23.5" cy="23" r="2.2" fill="currentColor" />
      </Box>
    </Box>
  )
}
