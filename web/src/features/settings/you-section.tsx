import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import { PreferenceFields } from './preference-fields.tsx'
import { SettingsFrame } from './settings-frame.tsx'

/** What is one's own, in whichever studio. */
export function YouSection({ me }: { me: Output<'identity.get-me'> }) {
  const { t } = useTranslation()
  return (
    <SettingsFrame here="you">
      <Box sx={{ px: { xs: 4, sm: 6 }, py: 6, maxWidth: 480, display: 'grid', gap: 5 }}>
        <div>
          <Typography variant="h2">{t('preferences.title')}</Typography>
          <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
            {t('preferences.detail')}
          </Typography>
        </div>
        {me.preferences ? (
          <PreferenceFields preferences={me.preferences} />
        ) : (
          <Typography variant="body2">{t('preferences.peopleOnly')}</Typography>
        )}
      </Box>
    </SettingsFrame>
  )
}
