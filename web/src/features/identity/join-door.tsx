import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useNavigate } from 'react-router'
import { errorAt } from '../../api-call.ts'
import { operationsApi, useWrite } from '../../api.ts'
import { TextField } from '../../design/text-field.tsx'
import { useLinkToken } from '../../shell/use-link-token.ts'
import { CodeStep } from './code-step.tsx'
import { DoorForm } from './door-form.tsx'
import { DoorFrame } from './door-frame.tsx'
import { IncompleteLink } from './incomplete-link.tsx'
import { PasskeyStep } from './passkey-step.tsx'

const WRONG_PASSWORD = 'identity.password-of-account'

/** Joining by an invitation. */
export function JoinDoor() {
  const token = useLinkToken('invitation')
  const navigate = useNavigate()
  const dispatch = useDispatch()
  const [challenge, setChallenge] = useState<string>()
  const [needsPasskey, setNeedsPasskey] = useState(false)
  const isJoining = challenge === undefined && !needsPasskey
  const enter = async () => {
    await navigate('/', { replace: true })
    // What somebody else read in this browser is not for the one who has just joined.
    dispatch(operationsApi.util.resetApiState())
  }
  return (
    <DoorFrame>
      {challenge !== undefined && (
        <CodeStep
          challenge={challenge}
          onBack={() => void navigate('/', { replace: true })}
          onDone={() => void enter()}
        />
      )}
      {needsPasskey && (
        <PasskeyStep onBack={() => void navigate('/', { replace: true })} onDone={() => void enter()} />
      )}
      {isJoining && token === undefined && <IncompleteLink />}
      {isJoining && token !== undefined && (
        <JoinForm
          token={token}
          onChallenge={setChallenge}
          onPasskey={() => setNeedsPasskey(true)}
          onJoined={() => void enter()}
        />
      )}
    </DoorFrame>
  )
}

function JoinForm(given: {
  token: string
  onChallenge: (challenge: string) => void
  onPasskey: () => void
  onJoined: () => void
}) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const { send, isSending, problem } = useWrite('identity.accept-invitation')
  const isWrong = problem?.code === WRONG_PASSWORD
  const tokenError = errorAt(problem, '/token')
  const join = async () => {
    const joined = await send({ token: given.token, password })
    if (!joined) return
    if (joined.challenge) given.onChallenge(joined.challenge)
    else if (joined.next === 'passkey') given.onPasskey()
    else given.onJoined()
  }
  return (
    <DoorForm
      title={t('door.joinTitle')}
      detail={t('door.joinDetail')}
      problem={problem && (isWrong ? undefined : tokenError ? { ...problem, errors: [] } : problem)}
      onSubmit={() => void join()}
    >
      <TextField
        label={t('door.joinPassword')}
        hint={t('door.joinPasswordHint')}
        type="password"
        autoComplete="new-password"
        takesFocus
        maxLength={200}
        value={password}
        onChange={setPassword}
        error={isWrong ? problem.detail : errorAt(problem, '/password')}
      />
      <Button type="submit" variant="contained" disabled={isSending} sx={{ height: 40 }}>
        {isSending ? t('door.joining') : t('door.join')}
      </Button>
    </DoorForm>
  )
}
