import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Output, Reading } from '../../../api.ts'
import { CountLink } from '../../../design/count-link.tsx'
import { ReadPanel } from '../../../design/read-panel.tsx'
import { BAND_SIGNS } from '../band-mark.tsx'
import { SignMark } from '../../../design/sign-mark.tsx'
import { BANDS } from '../use-business-filter.ts'

/** How many are in each band of health; what has none is told as such, and not as well. */
export function HealthPanel({ portfolio }: { portfolio: Reading<Output<'businesses.summarise-portfolio'>> }) {
  const { t } = useTranslation()
  const { data } = portfolio
  return (
    <ReadPanel
      title={t('overview.health')}
      formula={t('overview.healthFormula')}
      reading={portfolio}
      isHere={data !== undefined}
    >
      <Box component="ul" aria-label={t('overview.health')} sx={LIST}>
        {data &&
          BANDS.map((band) => (
            <li key={band}>
              {band === 'unknown' ? (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {t('businesses.without.health')}
                </Box>
              ) : (
                <SignMark sign={BAND_SIGNS[band]}>{t(`band.${band}`)}</SignMark>
              )}
              <CountLink
                count={data.health[band]}
                to={`/businesses?health=${band}`}
                label={t('overview.inBand', { count: data.health[band], band: t(`band.${band}`) })}
              />
            </li>
          ))}
      </Box>
    </ReadPanel>
  )
}

const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  fontSize: 13,
  fontFeatureSettings: "'tnum', 'zero'",
  '& > li': {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    minHeight: 40,
    px: { xs: 4, sm: 6 },
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
} as const
