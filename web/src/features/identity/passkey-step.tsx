import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { DoorForm } from './door-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { PasskeyNotice } from './passkey-notice.tsx'
import { usePasskeySignIn } from './use-passkey-sign-in.ts'

/** The second step where a passkey is the only second factor: the password was right, and is not enough. */
export function PasskeyStep(given: { onBack: () => void; onDone?: () => void }) {
  const { t } = useTranslation()
  const { onBack, ...done } = given
  const { press, isWaiting, failure, problem } = usePasskeySignIn({ isOffered: false, ...done })
  return (
    <DoorForm
      title={t('passkey.stepTitle')}
      detail={t('passkey.stepDetail')}
      problem={undefined}
      onSubmit={() => undefined}
    >
      <PasskeyNotice {...{ problem, failure }} />
      <PasskeyButton isMain label={t('passkey.signIn')} isWaiting={isWaiting} onPress={() => void press()} />
      <Box sx={{ mx: -2, mt: -2 }}>
        <Button onClick={onBack}>{t('door.again')}</Button>
      </Box>
    </DoorForm>
  )
}
