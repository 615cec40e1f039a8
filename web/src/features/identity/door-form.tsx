import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'

/** A form that stands alone on its page. Problems of a field stand at the field, which then gets the focus. */
export function DoorForm(given: {
  title: string
  detail?: string
  problem: Problem | undefined
  onSubmit: () => void
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const { title, problem } = given
  useEffect(() => {
    document.title = t('app.tabTitle', { room: title })
  }, [title, t])
  useEffect(() => {
    if (problem?.errors.length) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problem])
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        given.onSubmit()
      }}
      sx={{ display: 'grid', gap: 5 }}
    >
      <div>
        <Typography variant="h1" sx={{ fontSize: 20, lineHeight: '28px' }}>
          {title}
        </Typography>
        {given.detail && (
          <Typography variant="body1" sx={{ mt: 1, color: 'text.secondary', textWrap: 'pretty' }}>
            {given.detail}
          </Typography>
        )}
      </div>
      {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
      {given.children}
    </Box>
  )
}
