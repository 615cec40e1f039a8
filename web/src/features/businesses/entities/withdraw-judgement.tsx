import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../../api-call.ts'
import { useWrite } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { WithdrawSpan } from './withdraw-span.tsx'

export function WithdrawJudgement({ judgementId, onDone }: { judgementId: string; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('entities.withdraw-judgement')
  const withdraw = async (reason: string) => {
    if (!(await send({ judgementId, reason }))) return
    dispatch(toastShown({ text: t('ownership.judgementWithdrawn') }))
    onDone()
  }
  return (
    <Box sx={{ display: 'grid', gap: 3, py: 3 }}>
      {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
      <WithdrawSpan
        takesFocus
        error={errorAt(problem, '/reason')}
        isSending={isSending}
        onWithdraw={(reason) => void withdraw(reason)}
        onCancel={onDone}
      />
    </Box>
  )
}
