import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ImportTarget, Preview } from './targets.ts'
import { VERDICT_BAR } from '../../../design/verdict-bar.ts'

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
      <Box component="output" sx={VERDICT_BAR}>
        {t('import.checking')}
      </Box>
    )
  }
  const { ready, rows, leftOut } = preview
  return (
    <Box sx={VERDICT_BAR}>
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
