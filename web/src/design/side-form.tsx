import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import type { Problem } from '#contract/operations.d.ts'
import { ProblemNotice } from './problem-notice.tsx'

/** A form inside a side panel. A problem of no field stands above it; one of a field gets the focus there. */
export function SideForm(given: {
  problem: Problem | undefined
  onSubmit: () => void
  children: React.ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const { problem } = given
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
      sx={{ display: 'grid', gap: 4, p: 5 }}
    >
      {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
      {given.children}
    </Box>
  )
}
