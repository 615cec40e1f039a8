import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'

/** A refusal says why: whoever asked reads it, an agent too. */
export function RefuseForm(given: { approvalId: string; name: string; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { approvalId, name, onDone } = given
  const [reason, setReason] = useState('')
  const { send, isSending, problem } = useWrite('approvals.refuse-approval')
  const refuse = async () => {
    if (!(await send({ approvalId, reason }))) return
    dispatch(toastShown({ text: t('approvals.refusedToast', { name }) }))
    onDone()
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        void refuse()
      }}
      sx={{ display: 'grid', gap: 3, mt: 2 }}
    >
      {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
      <TextField
        label={t('approvals.reason')}
        hint={t('approvals.reasonHint')}
        takesFocus
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={errorAt(problem, '/reason')}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" color="error" disabled={isSending}>
          {t('approvals.refuse')}
        </Button>
        <Button onClick={onDone}>{t('settings.cancel')}</Button>
      </Box>
    </Box>
  )
}
