import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../../design/page-header.tsx'
import { PortfolioTabs } from '../portfolio-tabs.tsx'
import { HealthRules } from './health-rules.tsx'
import { PlanChoice } from './plan-choice.tsx'
import { StageClocks } from './stage-clocks.tsx'

/** What holds for every business of the studio: how many there may be, how long each may stand still, what health is. */
export function PortfolioSettings() {
  const { t } = useTranslation()
  const parts = [
    { key: 'plan', part: <PlanChoice /> },
    { key: 'clocks', part: <StageClocks /> },
    { key: 'health', part: <HealthRules /> },
  ] as const
  return (
    <Box sx={{ flex: 1, minWidth: 0, overflowY: 'auto', display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={t('businesses.title')} />
      <PortfolioTabs here="settings" />
      {parts.map(({ key, part }) => (
        <Box key={key} component="section" aria-labelledby={`portfolio-${key}`} sx={{ maxWidth: 960 }}>
          <Typography variant="h2" id={`portfolio-${key}`} sx={{ px: { xs: 4, sm: 6 }, pt: 6 }}>
            {t(`portfolio.${key}.title`)}
          </Typography>
          <Typography
            variant="body2"
            sx={{ px: { xs: 4, sm: 6 }, pt: 1, pb: 3, color: 'text.secondary', textWrap: 'pretty' }}
          >
            {t(`portfolio.${key}.detail`)}
          </Typography>
          {part}
        </Box>
      ))}
      <Box sx={{ height: 48, flex: 'none' }} />
    </Box>
  )
}
