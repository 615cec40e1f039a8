import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Run } from './run-words.ts'

/** The one question that only a person can answer: whether a step happened that a crash cut off. */
export function SettleRun({ run: { id: runId, title } }: { run: Run }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('runs.settle-run')
  const settle = async (didHappen: boolean) => {
    if (await send({ runId, didHappen })) dispatch(toastShown({ text: t('runs.goesOnToast', { title }) }))
  }
  return (
    <Box>
      {problem && <ProblemNotice problem={problem} />}
      <Box sx={{ fontSize: 13, mb: 2 }}>{t('runs.settleQuestion')}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button variant="outlined" disabled={isSending} onClick={() => void settle(true)}>
          {t('runs.itHappened')}
        </Button>
        <Button variant="outlined" disabled={isSending} onClick={() => void settle(false)}>
          {t('runs.itDidNot')}
        </Button>
      </Box>
    </Box>
  )
}
