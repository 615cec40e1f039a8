import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link, useLocation, useNavigate } from 'react-router'
import { errorAt } from '../../api-call.ts'
import { operationsApi, useWrite } from '../../api.ts'
import { TextField } from '../../design/text-field.tsx'
import { CodeStep } from './code-step.tsx'
import { DoorForm } from './door-form.tsx'
import { DoorFrame } from './door-frame.tsx'

const WRONG_PASSWORD = 'identity.password-of-account'

/**
 * Joining by an invitation. Its token stands behind the `#`, which no browser sends to a server and no log writes down;
 * once read, it leaves the address bar and the history.
 */
export function JoinDoor() {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const dispatch = useDispatch()
  const [token, setToken] = useState(tokenIn(hash))
  const [challenge, setChallenge] = useState<string>()
  const arrived = tokenIn(hash)
  // A second link opened in the same tab changes the fragment only.
  if (arrived !== undefined && arrived !== token) setToken(arrived)
  useEffect(() => {
    if (hash) void navigate('/join', { replace: true })
  }, [hash, navigate])
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
      {challenge === undefined && token === undefined && <NoToken />}
      {challenge === undefined && token !== undefined && (
        <JoinForm token={token} onChallenge={setChallenge} onJoined={() => void enter()} />
      )}
    </DoorFrame>
  )
}

function JoinForm(given: { token: string; onChallenge: (challenge: string) => void; onJoined: () => void }) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const { send, isSending, problem } = useWrite('identity.accept-invitation')
  const isWrong = problem?.code === WRONG_PASSWORD
  const tokenError = errorAt(problem, '/token')
  const join = async () => {
    const joined = await send({ token: given.token, password })
    if (!joined) return
    if (joined.challenge) given.onChallenge(joined.challenge)
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

function NoToken() {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = t('app.tabTitle', { room: t('door.noTokenTitle') })
  }, [t])
  return (
    <>
      <Typography variant="h1" sx={{ fontSize: 20, lineHeight: '28px' }}>
        {t('door.noTokenTitle')}
      </Typography>
      <Typography sx={{ mt: 1, mb: 5, color: 'text.secondary', textWrap: 'pretty' }}>
        {t('door.noTokenDetail')}
      </Typography>
      <Button variant="outlined" component={Link} to="/">
        {t('door.toSignIn')}
      </Button>
    </>
  )
}

function tokenIn(hash: string): string | undefined {
  return /^#(iza_invitation_[\w-]{20,60})$/.exec(hash)?.[1]
}
