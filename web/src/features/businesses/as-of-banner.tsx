import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import type { BusinessFilter, useBusinessFilter } from './use-business-filter.ts'

/** Says that the list is of another day, and by which classification; and leads back. */
export function AsOfBanner(given: {
  filter: BusinessFilter
  onNarrow: ReturnType<typeof useBusinessFilter>['narrow']
}) {
  const { t } = useTranslation()
  const { asOf: day, classification } = given.filter
  if (day === '') return null
  const isThen = classification === 'then'
  return (
    <Box component="output" sx={BANNER}>
      <Icon name="warning" />
      <span>{t(isThen ? 'businesses.asOfThen' : 'businesses.asOfPresent', { day })}</span>
      <Button onClick={() => given.onNarrow('classification', isThen ? 'present' : '')}>
        {t(isThen ? 'businesses.showPresent' : 'businesses.showThen')}
      </Button>
      <Button onClick={() => given.onNarrow('asOf', '')}>{t('businesses.backToToday')}</Button>
    </Box>
  )
}

const BANNER = {
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  px: { xs: 4, sm: 6 },
  py: 1,
  fontSize: 13,
  color: 'warning.main',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
