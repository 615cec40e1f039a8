import { today } from '#kernel/periods.ts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../../api-call.ts'
import { useWrite, type Row } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { WithdrawSpan } from './withdraw-span.tsx'

/** Two ways to change a stake: it ended on a day, or it never was and is withdrawn with a reason. */
export function EndStake({ stake, onDone }: { stake: Row<'entities.list-stakes'>; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [until, setUntil] = useState(stake.until ?? today())
  const end = useWrite('entities.end-stake')
  const withdraw = useWrite('entities.withdraw-stake')
  const stakeId = stake.id
  const sendEnd = async () => {
    const ended = await end.send({ stakeId, until: until.trim() === '' ? null : until.trim() })
    if (!ended) return
    const undo = {
      operation: 'entities.end-stake',
      input: { stakeId, until: ended.previousUntil },
    } as const
    dispatch(toastShown({ text: t('ownership.endedToast'), undo }))
    onDone()
  }
  const sendWithdraw = async (reason: string) => {
    const withdrawn = await withdraw.send({ stakeId, reason })
    if (!withdrawn) return
    dispatch(toastShown({ text: t('ownership.withdrawnToast') }))
    onDone()
  }
  const plainProblem = [end.problem, withdraw.problem].find((one) => one && one.errors.length === 0)
  return (
    <Box sx={{ display: 'grid', gap: 3, py: 3 }}>
      {plainProblem && <ProblemNotice problem={plainProblem} />}
      <TextField
        label={t('ownership.until')}
        hint={t('ownership.untilHint')}
        maxLength={10}
        takesFocus
        value={until}
        onChange={setUntil}
        error={errorAt(end.problem, '/until')}
      />
      <Button
        variant="outlined"
        disabled={end.isSending}
        onClick={() => void sendEnd()}
        sx={{ justifySelf: 'start' }}
      >
        {t('ownership.end')}
      </Button>
      <WithdrawSpan
        error={errorAt(withdraw.problem, '/reason')}
        isSending={withdraw.isSending}
        onWithdraw={(reason) => void sendWithdraw(reason)}
        onCancel={onDone}
      />
    </Box>
  )
}
