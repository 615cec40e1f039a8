import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../../api-call.ts'
import { useWrite, type Input } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { VIEWED } from './view-address.ts'

/** Asks for a name only: what is kept is what the list shows at this moment. */
export function SaveView(given: {
  read: Pick<Input<'views.create-view'>, 'input' | 'layout'>
  onDone: () => void
}) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [name, setName] = useState('')
  const { send, isSending, problem } = useWrite('views.create-view')
  const save = async () => {
    const made = await send({ name, operation: VIEWED, ...given.read })
    if (!made) return
    const undo = { operation: 'views.delete-view', input: { viewId: made.id } } as const
    dispatch(toastShown({ text: t('views.savedToast', { name: made.name }), undo }))
    given.onDone()
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        void save()
      }}
      sx={{ display: 'grid', gap: 2, py: 2, width: '100%', maxWidth: 400 }}
    >
      {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
      <TextField
        label={t('views.name')}
        takesFocus
        maxLength={80}
        value={name}
        onChange={setName}
        error={errorAt(problem, '/name')}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {t('views.save')}
        </Button>
        <Button onClick={given.onDone}>{t('settings.cancel')}</Button>
      </Box>
    </Box>
  )
}
