import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { passkeyObstacle } from './passkey-obstacle.ts'

/** Asks the device; where this page cannot, it says why in place of a button that would do nothing. */
export function PasskeyButton(given: {
  label: string
  isWaiting: boolean
  isMain?: boolean
  onPress: () => void
}) {
  const { t } = useTranslation()
  const obstacle = passkeyObstacle()
  if (obstacle)
    return (
      <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary', textWrap: 'pretty' }}>
        {t(`passkey.obstacles.${obstacle}`, { host: location.hostname })}
      </Box>
    )
  return (
    <Button
      variant={given.isMain ? 'contained' : 'outlined'}
      disabled={given.isWaiting}
      startIcon={<Icon name="passkey" size={14} />}
      onClick={given.onPress}
      sx={{ height: 40 }}
    >
      {given.isWaiting ? t('passkey.waiting') : given.label}
    </Button>
  )
}
