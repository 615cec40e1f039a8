import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { RuleLines } from '../exceptions/rule-lines.tsx'
import { HomePanel } from './home-panel.tsx'

/** What is wrong, rule by rule: nothing is left out because it is good, for a rule that finds nothing is news as well. */
export function ExceptionsPanel() {
  const { t } = useTranslation()
  const summary = useRead('exceptions.summarise-exceptions', {})
  return (
    <HomePanel id="exceptions" title={t('exceptions.title')} reading={summary}>
      <Box sx={{ borderTop: '1px solid var(--mui-palette-divider)' }}>
        <RuleLines summary={summary} />
      </Box>
    </HomePanel>
  )
}
