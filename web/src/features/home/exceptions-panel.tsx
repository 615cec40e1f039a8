import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { RuleLines } from '../exceptions/rule-lines.tsx'

/** What is wrong, rule by rule: nothing is left out because it is good, for a rule that finds nothing is news as well. */
export function ExceptionsPanel() {
  const { t } = useTranslation()
  const summary = useRead('exceptions.summarise-exceptions', {})
  return (
    <Box component="section" aria-labelledby="exceptions" sx={{ maxWidth: 960 }}>
      <Typography variant="h2" id="exceptions" sx={{ px: { xs: 4, sm: 6 }, pt: 6, pb: 2 }}>
        {t('exceptions.title')}
      </Typography>
      <Box sx={{ borderTop: '1px solid var(--mui-palette-divider)' }}>
        <RuleLines summary={summary} />
      </Box>
    </Box>
  )
}
