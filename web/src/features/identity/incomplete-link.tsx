import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DoorMessage } from './door-message.tsx'

/** A link without its token: it was cut short, or typed by hand. */
export function IncompleteLink() {
  const { t } = useTranslation()
  return (
    <DoorMessage title={t('door.noTokenTitle')} detail={t('door.noTokenDetail')}>
      <Button variant="outlined" component={Link} to="/">
        {t('door.toSignIn')}
      </Button>
    </DoorMessage>
  )
}
