import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

/** A fact as a ruled line of a panel: what it is called on the left, what it says on the right. Stands in a `dl`. */
export function FactLine({ label, children }: { label: string; children: React.ReactNode }) {
  const { t } = useTranslation()
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '96px minmax(0, 1fr)',
        columnGap: 4,
        minHeight: 40,
        px: 5,
        py: '9px',
        borderBottom: '1px solid var(--mui-palette-divider)',
      }}
    >
      <Box component="dt" sx={{ fontSize: 12, color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, fontSize: 13, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children || (
          <Box component="span" title={t('business.noneReason')} sx={{ color: 'text.secondary' }}>
            {t('business.none')}
          </Box>
        )}
      </Box>
    </Box>
  )
}
