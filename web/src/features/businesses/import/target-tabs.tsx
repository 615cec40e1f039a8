import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { TAB, TABS, TAB_AWAY } from '../../../design/tabs.ts'
import { OPERATIONS, TARGETS, type ImportTarget } from './targets.ts'

/** What a file may hold; a file that was chosen is read anew as what is chosen here. */
export function TargetTabs({ here }: { here: ImportTarget }) {
  const { t } = useTranslation()
  return (
    <Box component="nav" aria-label={t('import.targets')} sx={TABS}>
      {TARGETS.map((target) => (
        <Box
          key={target}
          component={Link}
          to={target === 'businesses' ? '/businesses/import' : `/businesses/import?of=${target}`}
          aria-current={target === here ? 'page' : undefined}
          sx={TAB}
        >
          {t(`import.target.${target}`)}
        </Box>
      ))}
      <Box
        component={Link}
        to={`/reference?q=${OPERATIONS[here]}`}
        title={t('businesses.apiTitle')}
        sx={TAB_AWAY}
      >
        {t('businesses.api')}
      </Box>
    </Box>
  )
}
