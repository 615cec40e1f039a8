import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { addDays, fiscalYearStart, today } from '#kernel/periods.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Book } from './banking-words.ts'

/** It is for good, so it is asked about: from which day on, and where in the chart. */
export function BalanceByBusiness({ book }: { book: Book }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  return (
    <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start', p: 5, pt: 0 }}>
      <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{t('bookRules.byBusinessHint')}</Box>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('bookRules.begin')}
      </Button>
      {isAsking && <BeginDialog book={book} onClose={() => setAsking(false)} />}
    </Box>
  )
}

function BeginDialog({ book, onClose }: { book: Book; onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [from, setFrom] = useState(usualDay(book))
  const [code, setCode] = useState('3950')
  const { send, isSending, problem } = useWrite('ledger.balance-by-business')
  const { name } = book.entity
  const begin = async () => {
    if (!(await send({ bookId: book.id, from, code: code.trim() }))) return
    dispatch(toastShown({ text: t('bookRules.begunToast', { name, day: from }) }))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('bookRules.beginTitle')}
      detail={t('bookRules.beginDetail', { name })}
      confirm={t('bookRules.beginNow')}
      cancel={t('settings.cancel')}
      isSending={isSending}
      problem={problem}
      onCancel={onClose}
      onConfirm={() => void begin()}
    >
      <Box sx={{ display: 'grid', gap: 4, mb: 5 }}>
        <Field
          label={t('bookRules.firstDay')}
          hint={t('bookRules.firstDayHint')}
          error={errorAt(problem, '/from')}
        >
          {(ids) => <DayField ids={ids} value={from} isLaterOpen onChange={setFrom} />}
        </Field>
        <TextField
          label={t('bookRules.code')}
          maxLength={20}
          value={code}
          onChange={setCode}
          error={errorAt(problem, '/code')}
        />
      </Box>
    </ConfirmDialog>
  )
}

/** The first day of the fiscal year that has begun, or the first that is open in it. */
function usualDay({ closedThrough, fiscalYearEnd }: Book): string {
  const yearFrom = fiscalYearStart(today(), fiscalYearEnd)
  return closedThrough === null || closedThrough < yearFrom ? yearFrom : addDays(closedThrough, 1)
}
