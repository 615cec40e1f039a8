import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api.ts'
import { SettingsFrame } from '../settings-frame.tsx'
import { DigestField } from './digest-field.tsx'
import { KindTable } from './kind-table.tsx'
import { OwnWebhook } from './own-webhook.tsx'

/** By what else, beside the inbox, one hears of what happens. */
export function NotificationsSection() {
  const { t } = useTranslation()
  const reading = useRead('notifications.get-choices', {})
  const { data } = reading
  return (
    <SettingsFrame here="notifications" reading={reading}>
      <Box sx={{ px: { xs: 4, sm: 6 }, pt: 6, pb: 4, maxWidth: 640 }}>
        <Typography variant="h2">{t('notifications.title')}</Typography>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary', textWrap: 'pretty' }}>
          {t('notifications.detail')}
        </Typography>
      </Box>
      {!data && (
        <Box
          component="output"
          aria-label={t('inbox.loading')}
          sx={{ display: 'block', px: { xs: 4, sm: 6 } }}
        >
          {[60, 48, 56].map((width) => (
            <Skeleton key={width} height={12} width={`${width}%`} sx={{ my: 4 }} />
          ))}
        </Box>
      )}
      {data && (
        <>
          <KindTable choices={data.choices} hasWebhook={data.webhook !== null} />
          <Box sx={{ px: { xs: 4, sm: 6 }, py: 6, maxWidth: 560, display: 'grid', gap: 8 }}>
            <DigestField digestHour={data.digestHour} timeZone={data.timeZone} />
            <OwnWebhook webhook={data.webhook} />
          </Box>
        </>
      )}
    </SettingsFrame>
  )
}
