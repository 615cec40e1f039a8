import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { SectionTitle } from './section-title.tsx'

const EMPTY = { currentPassword: '', newPassword: '' }
const WRONG_PASSWORD = 'identity.wrong-sign-in'

export function PasswordForm() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [given, setGiven] = useState(EMPTY)
  const { send, isSending, problem } = useWrite('identity.change-password')
  const change = async () => {
    if (!(await send(given))) return
    setGiven(EMPTY)
    dispatch(toastShown({ text: t('sessions.changedToast') }))
  }
  const field = (name: keyof typeof given) => ({
    type: 'password' as const,
    maxLength: 200,
    value: given[name],
    onChange: (value: string) => setGiven((before) => ({ ...before, [name]: value })),
    error: errorAt(problem, `/${name}`),
  })
  const isWrong = problem?.code === WRONG_PASSWORD
  return (
    <section aria-label={t('sessions.password')}>
      <SectionTitle>{t('sessions.password')}</SectionTitle>
      <Box
        component="form"
        noValidate
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault()
          void change()
        }}
        sx={{ display: 'grid', gap: 4, px: { xs: 4, sm: 6 }, pb: 8, maxWidth: 420 }}
      >
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('sessions.passwordDetail')}
        </Typography>
        {problem && problem.errors.length === 0 && !isWrong && <ProblemNotice problem={problem} />}
        <TextField
          label={t('sessions.current')}
          autoComplete="current-password"
          {...field('currentPassword')}
          {...(isWrong && { error: t('sessions.wrongCurrent') })}
        />
        <TextField
          label={t('sessions.next')}
          hint={t('sessions.nextHint')}
          autoComplete="new-password"
          {...field('newPassword')}
        />
        <Button type="submit" variant="contained" disabled={isSending} sx={{ justifySelf: 'start' }}>
          {isSending ? t('settings.saving') : t('sessions.change')}
        </Button>
      </Box>
    </section>
  )
}
