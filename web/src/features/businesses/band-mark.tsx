import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { SIGN_PATHS, SignMark, type Sign } from '../../design/sign-mark.tsx'
import type { ListedBusiness } from './stages.ts'

export const BAND_SIGNS: Record<NonNullable<ListedBusiness['health']>['band'], Sign> = {
  good: { path: SIGN_PATHS.check, colour: 'success.main' },
  watch: { path: SIGN_PATHS.clock, colour: 'warning.main' },
  poor: { path: SIGN_PATHS.warning, colour: 'error.main' },
}

/** How well a business is: a sign, the score, and the band in words. Unknown is a dash with the reason. */
export function BandMark({ health }: { health: ListedBusiness['health'] }) {
  const { t } = useTranslation()
  if (!health) {
    return (
      <Box component="span" title={t('band.unknownReason')} sx={{ color: 'text.secondary' }}>
        —
      </Box>
    )
  }
  return (
    <SignMark sign={BAND_SIGNS[health.band]}>
      <Box
        component="span"
        sx={{ fontFeatureSettings: "'tnum', 'zero'", minWidth: '2.2em', textAlign: 'right' }}
      >
        {health.score}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t(`band.${health.band}`)}
      </Box>
    </SignMark>
  )
}
