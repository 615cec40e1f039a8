import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { monthsOffered, type BoardRow } from './closing-words.ts'
import { MarkNote, OPERATIONS } from './mark-form.tsx'

interface Given {
  mark: 'bank' | 'reviewed'
  month: string
  rows: BoardRow[]
  onClose: () => void
}

/** The same said of many books, and of all months of a span: what a person has compared or looked at in one go. */
export function MarkDialog(given: Given) {
  const { t } = useTranslation()
  const id = useId()
  const { mark, month, rows, onClose } = given
  const [from, setFrom] = useState(month)
  const [note, setNote] = useState('')
  const { say, isSending, problem } = useMarkMany(given)
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      slotProps={{ paper: { sx: { width: 480, m: { xs: 2, sm: 4 } } } }}
    >
      <Box
        component="form"
        noValidate
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault()
          void say({ from, note: note.trim() })
        }}
        sx={{ p: 5, display: 'grid', gap: 4 }}
      >
        <Typography variant="h2" id={`${id}-title`}>
          {t(`closing.markManyTitle.${mark}`, { count: rows.length })}
        </Typography>
        <Typography variant="body2" sx={{ mt: -3, color: 'text.secondary' }}>
          {t('closing.markManyDetail', { month })}
        </Typography>
        <Field label={t('closing.firstMonth')} error={errorAt(problem, '/from')}>
          {(ids) => (
            <Choice
              ids={ids}
              value={from}
              options={monthsOffered(month)
                .filter((name) => name <= month)
                .map((name) => ({ value: name, label: name }))}
              onChange={setFrom}
            />
          )}
        </Field>
        <MarkNote {...{ mark, note, problem }} onChange={setNote} takesFocus />
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={isSending}>
            {t(`closing.mark.${mark}`)}
          </Button>
        </Box>
      </Box>
    </Dialog>
  )
}

/** Tells how many months of how many books it was: what held already is not among them. */
function useMarkMany({ mark, month, rows, onClose }: Given) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite(OPERATIONS[mark])
  const say = async ({ from, note }: { from: string; note: string }) => {
    const bookIds = rows.map((row) => row.id)
    const done = await send({ bookIds, from, month, ...(note !== '' && { note }) })
    if (!done) return
    const set = done.marked.filter(({ months }) => months.length > 0)
    const count = set.reduce((sum, { months }) => sum + months.length, 0)
    const books = t('banking.total', { count: set.length })
    dispatch(toastShown({ text: t(`closing.markedManyToast.${mark}`, { count, books }) }))
    onClose()
  }
  return { say, isSending, problem }
}
