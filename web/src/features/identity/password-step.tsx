import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { TextField } from '../../design/text-field.tsx'
import { DoorForm } from './door-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { PasskeyNotice } from './passkey-notice.tsx'
import { usePasskeySignIn } from './use-passkey-sign-in.ts'

/** The way in for most; a passkey needs none of it, and is offered in the field's suggestions too. */
export function PasswordStep(given: {
  onChallenge: (challenge: string) => void
  onPasskey: () => void
  onForgot: () => void
}) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { send, isSending, problem } = useWrite('identity.sign-in')
  const passkey = usePasskeySignIn({ isOffered: true })
  const begin = async () => {
    const signedIn = await send({ email, password })
    if (signedIn?.challenge) given.onChallenge(signedIn.challenge)
    else if (signedIn?.next === 'passkey') given.onPasskey()
  }
  return (
    <DoorForm title={t('door.signInTitle')} problem={problem} onSubmit={() => void begin()}>
      <TextField
        label={t('door.email')}
        type="email"
        autoComplete="username webauthn"
        takesFocus
        value={email}
        onChange={setEmail}
        error={errorAt(problem, '/email')}
        maxLength={254}
      />
      <TextField
        label={t('door.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errorAt(problem, '/password')}
        maxLength={200}
      />
      <Button type="submit" variant="contained" disabled={isSending} sx={{ height: 40 }}>
        {isSending ? t('door.signingIn') : t('door.signIn')}
      </Button>
      <PasskeyButton
        label={t('passkey.signIn')}
        isWaiting={passkey.isWaiting}
        onPress={() => void passkey.press()}
      />
      <PasskeyNotice problem={passkey.problem} failure={passkey.failure} />
      <Box sx={{ mx: -2, mt: -2 }}>
        <Button onClick={given.onForgot}>{t('door.forgot')}</Button>
      </Box>
    </DoorForm>
  )
}
