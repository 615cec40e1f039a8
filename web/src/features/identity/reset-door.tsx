import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useNavigate } from 'react-router'
import { errorAt } from '../../api-call.ts'
import { operationsApi, useWrite } from '../../api.ts'
import { TextField } from '../../design/text-field.tsx'
import { useLinkToken } from '../../shell/use-link-token.ts'
import { DoorForm } from './door-form.tsx'
import { DoorFrame } from './door-frame.tsx'
import { DoorMessage } from './door-message.tsx'
import { IncompleteLink } from './incomplete-link.tsx'

/** Choosing a new password by a mailed link. */
export function ResetDoor() {
  const token = useLinkToken('reset')
  return (
    <DoorFrame>
      {token === undefined ? <IncompleteLink /> : <ResetForm key={token} token={token} />}
    </DoorFrame>
  )
}

function ResetForm({ token }: { token: string }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const navigate = useNavigate()
  const [password, setPassword] = useState('')
  const [isDone, setDone] = useState(false)
  const { send, isSending, problem } = useWrite('identity.reset-password')
  const reset = async () => {
    if (await send({ token, password })) setDone(true)
  }
  const leave = async () => {
    await navigate('/', { replace: true })
    // Every session has ended, that of this browser too.
    dispatch(operationsApi.util.resetApiState())
  }
  if (isDone)
    return (
      <DoorMessage title={t('door.resetDone')} detail={t('door.resetDoneDetail')}>
        <Button variant="contained" onClick={() => void leave()} sx={{ height: 40 }}>
          {t('door.toSignIn')}
        </Button>
      </DoorMessage>
    )
  return (
    <DoorForm
      title={t('door.resetTitle')}
      detail={t('door.resetDetail')}
      problem={problem}
      onSubmit={() => void reset()}
    >
      <TextField
        label={t('door.resetPassword')}
        hint={t('door.newPasswordHint')}
        type="password"
        autoComplete="new-password"
        takesFocus
        maxLength={200}
        value={password}
        onChange={setPassword}
        error={errorAt(problem, '/password')}
      />
      <Button type="submit" variant="contained" disabled={isSending} sx={{ height: 40 }}>
        {isSending ? t('door.resetting') : t('door.reset')}
      </Button>
    </DoorForm>
  )
}
