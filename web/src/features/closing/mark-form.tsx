import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'

interface MarkGiven {
  bookId: string
  month: string
  mark: 'bank' | 'reviewed'
}

export const OPERATIONS = { bank: 'closing.mark-reconciled', reviewed: 'closing.mark-reviewed' } as const

/** What a person says of a month by hand, with a note of what it was compared with. */
export function MarkForm({ bookId, month, mark }: MarkGiven) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [note, setNote] = useState('')
  const { send, isSending, problem } = useWrite(OPERATIONS[mark])
  const say = async () => {
    const done = await send({ bookIds: [bookId], month, ...(note.trim() !== '' && { note: note.trim() }) })
    if (!done) return
    const undo = { operation: 'closing.unmark-month', input: { bookId, month, mark } } as const
    dispatch(toastShown({ text: t(`closing.markedToast.${mark}`, { month }), undo }))
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        void say()
      }}
      sx={{ display: 'grid', gap: 2 }}
    >
      <MarkNote {...{ mark, note, problem }} onChange={setNote} />
      <div>
        <Button type="submit" variant="outlined" disabled={isSending}>
          {t(`closing.mark.${mark}`)}
        </Button>
      </div>
    </Box>
  )
}

/** With what it was compared, or what was looked at; and below it whatever else is wrong. */
export function MarkNote(given: {
  mark: MarkGiven['mark']
  note: string
  onChange: (note: string) => void
  problem: Problem | undefined
  takesFocus?: boolean
}) {
  const { t } = useTranslation()
  const { mark, note, onChange, problem, takesFocus = false } = given
  return (
    <>
      <TextField
        label={t(`closing.note.${mark}`)}
        maxLength={400}
        value={note}
        onChange={onChange}
        error={errorAt(problem, '/note')}
        takesFocus={takesFocus}
      />
      {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
    </>
  )
}

export function TakeMarkBack({ bookId, month, mark }: MarkGiven) {
  const { t } = useTranslation()
  const { send, isSending, problem } = useWrite('closing.unmark-month')
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button disabled={isSending} onClick={() => void send({ bookId, month, mark })} sx={{ ml: -2 }}>
          {t(`closing.unmark.${mark}`)}
        </Button>
      </div>
    </>
  )
}
