import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { TextField } from '../../design/text-field.tsx'
import { DoorForm } from './door-form.tsx'

const WRONG_CODE = 'identity.wrong-code'
const CHALLENGE_ENDED = 'identity.challenge-ended'

/** The second step of signing in: the code of the authenticator, or a recovery code where it is lost. */
export function CodeStep(given: { challenge: string; onBack: () => void; onDone?: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [isRecovery, setRecovery] = useState(false)
  const { send, isSending, problem, forget } = useWrite('identity.finish-sign-in')
  const isOver = problem?.code === CHALLENGE_ENDED
  const isWrong = problem?.code === WRONG_CODE
  const finish = async () => {
    if (await send({ challenge: given.challenge, code: code.trim() })) given.onDone?.()
  }
  const swap = () => {
    forget()
    setCode('')
    setRecovery(!isRecovery)
  }
  return (
    <DoorForm
      title={isOver ? t('door.challengeEndedTitle') : t('door.codeTitle')}
      detail={t(isOver ? 'door.challengeEnded' : isRecovery ? 'door.recoveryDetail' : 'door.codeDetail')}
      problem={isOver || isWrong ? undefined : problem}
      onSubmit={() => (isOver ? given.onBack() : void finish())}
    >
      {!isOver && (
        <TextField
          key={String(isRecovery)}
          label={isRecovery ? t('door.recoveryCode') : t('door.code')}
          autoComplete="one-time-code"
          takesFocus
          maxLength={40}
          value={code}
          onChange={setCode}
          error={isWrong ? problem.detail : errorAt(problem, '/code')}
          {...(!isRecovery && { inputMode: 'numeric' as const })}
        />
      )}
      <Button type="submit" variant="contained" disabled={isSending} sx={{ height: 40 }}>
        {isOver ? t('door.again') : isSending ? t('door.signingIn') : t('door.signIn')}
      </Button>
      {!isOver && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mx: -2 }}>
          <Button onClick={swap}>{isRecovery ? t('door.useCode') : t('door.useRecovery')}</Button>
          <Button onClick={given.onBack}>{t('door.again')}</Button>
        </Box>
      )}
    </DoorForm>
  )
}
