import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { ReadPanel } from '../../design/read-panel.tsx'
import { RuleLines } from '../exceptions/rule-lines.tsx'

/** What is wrong, rule by rule: nothing is left out because it is good, for a rule that finds nothing is news as well. */
export function ExceptionsPanel() {
  const { t } = useTranslation()
  const summary = useRead('exceptions.summarise-exceptions', {})
  return (
    <ReadPanel maxWidth={960} title={t('exceptions.title')} reading={summary}>
      <Box sx={{ borderTop: '1px solid var(--mui-palette-divider)' }}>
        <RuleLines summary={summary} />
      </Box>
    </ReadPanel>
  )
}
