import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ImportTarget, Preview } from './targets.ts'

const NAMES_SHOWN = 6

/** How many rows are ready, what is made for them, and the button that does it. It stays in sight. */
export function ImportVerdict(given: {
  target: ImportTarget
  preview: Preview | undefined
  isTrying: boolean
  isSending: boolean
  onImport: () => void
}) {
  const { t } = useTranslation()
  const { target, preview, isTrying, isSending, onImport } = given
  if (!preview) {
    return (
      <Box component="output" sx={BAR}>
        {t('import.checking')}
      </Box>
    )
  }
  const { ready, rows, leftOut } = preview
  return (
    <Box sx={BAR}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }} aria-busy={isTrying}>
        <Typography component="output" variant="h2" sx={{ display: 'block' }}>
          {t('import.ready', { ready, rows })}
          {leftOut > 0 && (
            <Box component="span" sx={{ color: 'error.main' }}>
              {'; '}
              {t('import.faulty', { count: leftOut })}
            </Box>
          )}
        </Typography>
        <Made preview={preview} />
        {leftOut > 0 && ready > 0 && <Box sx={NOTE}>{t('import.correct')}</Box>}
      </Box>
      <Button variant="contained" disabled={ready === 0 || isTrying || isSending} onClick={onImport}>
        {leftOut > 0 && ready > 0
          ? t('import.leaveOut', { ready, faulty: leftOut })
          : t(`import.importAll.${target}`, { count: ready })}
      </Button>
    </Box>
  )
}

/** What is made beside the rows themselves, or out of them. */
function Made({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  if ('newCategories' in preview) {
    const { newCategories } = preview
    if (newCategories.length === 0) return null
    const names = newCategories.slice(0, NAMES_SHOWN).join(', ')
    const rest = newCategories.length > NAMES_SHOWN ? ' …' : ''
    return (
      <Box sx={NOTE}>{t('import.newCategories', { count: newCategories.length, names: names + rest })}</Box>
    )
  }
  if ('values' in preview) {
    const { values, withoutValue } = preview
    return (
      <Box sx={NOTE}>
        {t('import.values', { count: values })}
        {withoutValue > 0 && `; ${t('import.withoutValue', { count: withoutValue })}`}
      </Box>
    )
  }
  const { newEntities, newHolders, newStakes } = preview
  const parts = [
    t('import.newEntities', { count: newEntities }),
    t('import.newOwners', { count: newHolders }),
    t('import.newStakes', { count: newStakes }),
  ]
  return <Box sx={NOTE}>{parts.join(' · ')}</Box>
}

const NOTE = { fontSize: 12, lineHeight: '16px', color: 'text.secondary', overflowWrap: 'anywhere' } as const
const BAR = {
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 3,
  minHeight: 64,
  px: { xs: 4, sm: 6 },
  py: 3,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
