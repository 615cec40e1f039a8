import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { CancelRunDialog } from './cancel-run-dialog.tsx'
import type { Run } from './run-words.ts'
import { SettleRun } from './settle-run.tsx'

const OPEN: ReadonlySet<Run['status']> = new Set(['queued', 'running', 'waiting', 'outcome-unknown'])

/** What can be done about a run as it stands now; a standing run is the system's own. */
export function RunActions({ run }: { run: Run }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const { id, status, isCancelling, repeatsEveryS } = run
  if (repeatsEveryS !== null) return null
  const canRetry = status === 'failed' || status === 'waiting'
  const canCancel = OPEN.has(status) && !isCancelling
  if (!canRetry && !canCancel) return null
  return (
    <Box sx={ACTIONS}>
      {status === 'outcome-unknown' && <SettleRun run={run} />}
      {canRetry && <RetryRun run={run} />}
      {canCancel && (
        <Button sx={{ justifySelf: 'start' }} onClick={() => setAsking(true)}>
          {t('runs.cancel')}
        </Button>
      )}
      {isAsking && <CancelRunDialog key={id} run={run} onClose={() => setAsking(false)} />}
    </Box>
  )
}

function RetryRun({ run: { id: runId, title } }: { run: Run }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('runs.retry-run')
  const retry = async () => {
    if (await send({ runId })) dispatch(toastShown({ text: t('runs.goesOnToast', { title }) }))
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <Button
        variant="outlined"
        disabled={isSending}
        sx={{ justifySelf: 'start' }}
        onClick={() => void retry()}
      >
        {t('runs.retry')}
      </Button>
    </>
  )
}

const ACTIONS = {
  px: 5,
  py: 3,
  display: 'grid',
  gap: 2,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
