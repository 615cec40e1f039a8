import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { TextField } from '../../design/text-field.tsx'
import { DoorForm } from './door-form.tsx'
import { DoorMessage } from './door-message.tsx'

/** Asks for the link to a new password. What it says afterwards does not tell whether the address has an account. */
export function ForgotForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [minutes, setMinutes] = useState<number>()
  const { send, isSending, problem } = useWrite('identity.request-password-reset')
  const ask = async () => {
    const taken = await send({ email })
    if (taken) setMinutes(taken.validForMinutes)
  }
  if (minutes !== undefined)
    return (
      <DoorMessage title={t('door.forgotSent')} detail={t('door.forgotSentDetail', { email, minutes })}>
        <Button variant="outlined" onClick={onBack}>
          {t('door.toSignIn')}
        </Button>
      </DoorMessage>
    )
  return (
    <DoorForm
      title={t('door.forgotTitle')}
      detail={t('door.forgotDetail')}
      problem={problem}
      onSubmit={() => void ask()}
    >
      <TextField
        label={t('door.email')}
        type="email"
        autoComplete="username"
        takesFocus
        value={email}
        onChange={setEmail}
        error={errorAt(problem, '/email')}
        maxLength={254}
      />
      <Button type="submit" variant="contained" disabled={isSending} sx={{ height: 40 }}>
        {isSending ? t('door.forgotSending') : t('door.forgotSend')}
      </Button>
      <Box sx={{ mx: -2, mt: -2 }}>
        <Button onClick={onBack}>{t('door.toSignIn')}</Button>
      </Box>
    </DoorForm>
  )
}
