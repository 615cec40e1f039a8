import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { MentionList } from './mention-list.tsx'
import { useMentions } from './use-mentions.ts'
import { typedOf, type Person } from './words-in.ts'

const BODY_MAX = 4000

/** Where a comment is written, or its words changed. Ctrl-Enter sends. */
export function Composer(given: {
  subjectId: string
  label: string
  sendLabel: string
  first?: { body: string; mentions: readonly Person[] }
  isSending: boolean
  problem: Problem | undefined
  /** Answers whether it was taken. */
  onSend: (body: string) => Promise<boolean>
  onCancel?: () => void
}) {
  const { t } = useTranslation()
  const { subjectId, label, first, isSending, problem } = given
  const earlier = first?.mentions ?? []
  const [typed, setTyped] = useState(() => (first ? typedOf(first.body, earlier) : ''))
  const mentions = useMentions({ subjectId, typed, earlier })
  const field = useRef<HTMLTextAreaElement>(null)
  const take = (person: Person) => {
    const taken = mentions.take(person)
    if (!taken) return
    // At once: whoever types on quickly must not be put back to where they were a moment ago.
    flushSync(() => setTyped(taken.typed))
    field.current?.focus()
    field.current?.setSelectionRange(taken.caret, taken.caret)
  }
  const send = async () => {
    if (typed.trim() === '' || isSending || !(await given.onSend(mentions.body()))) return
    setTyped('')
    mentions.forget()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const key = mentions.onKey(event)
    if (key === false && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
    if (key === false) return
    event.preventDefault()
    event.stopPropagation()
    if (key !== true) take(key)
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {problem && <ProblemNotice problem={problem} />}
      <Box sx={{ position: 'relative', display: 'grid' }}>
        <OutlinedInput
          multiline
          minRows={2}
          maxRows={12}
          value={typed}
          placeholder={t('talk.placeholder')}
          inputRef={field}
          onChange={({ target }) => {
            setTyped(target.value)
            mentions.moved(target.selectionStart ?? target.value.length)
          }}
          onSelect={() => mentions.moved(field.current?.selectionStart ?? 0)}
          onBlur={() => mentions.moved(0)}
          onKeyDown={onKeyDown}
          slotProps={{ input: { 'aria-label': label, maxLength: BODY_MAX, ...comboboxOf(mentions) } }}
          sx={{ '& textarea::placeholder': { color: 'text.secondary', opacity: 1 } }}
        />
        <MentionList mentions={mentions} onTake={take} />
      </Box>
      <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
        {given.onCancel && <Button onClick={given.onCancel}>{t('talk.cancel')}</Button>}
        <Button variant="contained" disabled={typed.trim() === '' || isSending} onClick={() => void send()}>
          {given.sendLabel}
        </Button>
      </Box>
    </Box>
  )
}

/** A field of prose is a combobox while somebody is being mentioned in it: what is active is told, and the caret stays. */
function comboboxOf({ people, place, listId, optionId }: ReturnType<typeof useMentions>) {
  const isOpen = people.length > 0
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isOpen,
    'aria-controls': listId,
    'aria-activedescendant': isOpen ? optionId(place) : undefined,
  } as const
}
