import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { BoardRow } from './closing-words.ts'

/** Opens this month and all after it. Where a second person has to accept it, the notice leads to where it waits. */
export function ReopenDialog(given: { row: BoardRow; month: string; onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { row, month, onClose } = given
  const [reason, setReason] = useState('')
  const { send, isSending, problem } = useWrite('closing.reopen-period')
  const reopen = async () => {
    const done = await send({ bookId: row.id, month, reason: reason.trim() })
    if (!done) return
    dispatch(toastShown({ text: t('closing.reopenedToast', { month, name: row.entity.name }) }))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('closing.reopenTitle', { month })}
      detail={t('closing.reopenDetail', { name: row.entity.name })}
      confirm={t('closing.reopen')}
      cancel={t('settings.cancel')}
      isSending={isSending}
      problem={problem?.errors.length ? undefined : problem}
      onCancel={onClose}
      onConfirm={() => void reopen()}
    >
      <Box sx={{ mb: 5 }}>
        <TextField
          label={t('closing.reason')}
          hint={t('closing.reasonHint')}
          maxLength={400}
          value={reason}
          onChange={setReason}
          error={errorAt(problem, '/reason')}
        />
      </Box>
    </ConfirmDialog>
  )
}
