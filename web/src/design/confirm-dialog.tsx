import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { heldAs } from '../api-call.ts'
import { focusOnMount } from './focus-on-mount.ts'
import { ProblemNotice } from './problem-notice.tsx'

/** Asks before what has no undo, which is done at once and taken back by its toast otherwise. What waits for somebody is not asked again. */
export function ConfirmDialog(given: {
  title: string
  detail: string
  confirm: string
  cancel: string
  isSending: boolean
  problem: Problem | undefined
  onConfirm: () => void
  onCancel: () => void
  /** What is to be said with it. */
  children?: React.ReactNode
}) {
  const id = useId()
  const { t } = useTranslation()
  const { title, detail, problem } = given
  const isHeld = problem !== undefined && heldAs(problem) !== undefined
  return (
    <Dialog
      open
      role="alertdialog"
      onClose={given.onCancel}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-detail`}
      slotProps={{ paper: { sx: { width: 440, p: 5 } } }}
    >
      <Typography variant="h2" id={`${id}-title`}>
        {title}
      </Typography>
      <Typography variant="body2" id={`${id}-detail`} sx={{ mt: 1, mb: 4, color: 'text.secondary' }}>
        {detail}
      </Typography>
      {!isHeld && given.children}
      {problem && (
        <Box sx={{ mb: 4 }}>
          <ProblemNotice problem={problem} />
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
        <Button onClick={given.onCancel} ref={focusOnMount}>
          {isHeld ? t('held.close') : given.cancel}
        </Button>
        {!isHeld && (
          <Button variant="contained" color="error" disabled={given.isSending} onClick={given.onConfirm}>
            {given.confirm}
          </Button>
        )}
      </Box>
    </Dialog>
  )
}
