import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../../api-call.ts'
import { SideForm } from '../../../design/side-form.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { EventChoice } from './event-choice.tsx'

export interface EndpointDraft {
  url: string
  description: string
  eventTypes: string[]
}

/** Where to, what for, and of what: the same for a new endpoint and for one that is changed. */
export function EndpointForm(given: {
  first: EndpointDraft
  confirm: string
  isSending: boolean
  problem: Problem | undefined
  onSubmit: (draft: EndpointDraft) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const { first, problem, isSending } = given
  const [draft, setDraft] = useState(first)
  const put = (part: Partial<EndpointDraft>) => setDraft({ ...draft, ...part })
  return (
    <SideForm problem={problem} onSubmit={() => given.onSubmit(draft)}>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{t('webhooks.newDetail')}</Box>
      <TextField
        label={t('webhooks.url')}
        hint={t('webhooks.urlHint')}
        takesFocus
        maxLength={2000}
        value={draft.url}
        onChange={(url) => put({ url })}
        error={errorAt(problem, '/url')}
      />
      <TextField
        label={t('webhooks.description')}
        hint={t('webhooks.descriptionHint')}
        maxLength={200}
        value={draft.description}
        onChange={(description) => put({ description })}
        error={errorAt(problem, '/description')}
      />
      <EventChoice
        chosen={draft.eventTypes}
        onChange={(eventTypes) => put({ eventTypes })}
        error={errorAt(problem, '/eventTypes')}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : given.confirm}
        </Button>
        <Button onClick={given.onCancel}>{t('settings.cancel')}</Button>
      </Box>
    </SideForm>
  )
}
