import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { today } from '#kernel/periods.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Entry } from './banking-words.ts'

/** A reversal has no undo, so it is asked about: on which day it counts, and why. */
export function ReverseDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [day, setDay] = useState(today())
  const [memo, setMemo] = useState('')
  const { send, isSending, problem } = useWrite('ledger.reverse-entry')
  const reverse = async () => {
    const done = await send({
      entryId: entry.id,
      ...(day !== '' && { effectiveOn: day }),
      ...(memo.trim() !== '' && { memo: memo.trim() }),
    })
    if (!done) return
    const link = { to: `/banking/${entry.bookId}/entries?open=${done.id}`, text: t('banking.look') }
    dispatch(toastShown({ text: t('banking.reversedToast', { memo: entry.memo }), link }))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('banking.reverseTitle')}
      detail={t('banking.reverseDetail', { memo: entry.memo })}
      confirm={t('banking.reverse')}
      cancel={t('settings.cancel')}
      isSending={isSending}
      problem={problem}
      onCancel={onClose}
      onConfirm={() => void reverse()}
    >
      <Box sx={{ display: 'grid', gap: 4, mb: 5 }}>
        <Field label={t('banking.day')} error={errorAt(problem, '/effectiveOn')}>
          {(ids) => <DayField ids={ids} value={day} isLaterOpen onChange={setDay} />}
        </Field>
        <TextField
          label={t('banking.why')}
          hint={t('banking.whyHint')}
          maxLength={400}
          value={memo}
          onChange={setMemo}
          error={errorAt(problem, '/memo')}
        />
      </Box>
    </ConfirmDialog>
  )
}
