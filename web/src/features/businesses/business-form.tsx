import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import { isMoved, type BusinessDraft } from './business-draft.ts'
import { CategoryField } from './category-field.tsx'
import { EntityField } from './entity-field.tsx'
import { MoveFields } from './move-fields.tsx'
import { OwnerField } from './owner-field.tsx'
import { isStage, STAGES } from './stages.ts'

const CODE_OF_STAGE = 'businesses.no-such-stage-move'

export interface BusinessFormProps {
  start: BusinessDraft
  problem: Problem | undefined
  isSending: boolean
  submitLabel: string
  /** True where a change is a move with a day and a reason; a new business has only its first day. */
  isChange?: boolean
  onSubmit: (draft: BusinessDraft) => void
  onCancel: () => void
  /** Stands above the fields, for example what to do about a conflict. */
  renderNotice?: ((draft: BusinessDraft) => React.ReactNode) | undefined
}

/** One form for a new business and for a changed one. What the server says of a field stands at the field. */
export function BusinessForm({
  start,
  problem,
  isSending,
  submitLabel,
  isChange = false,
  onSubmit,
  onCancel,
  renderNotice,
}: BusinessFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(start)
  const [isTried, setTried] = useState(false)
  const form = useFocusOnError(problem)
  const isAtField = problem && (problem.errors.length > 0 || problem.code === CODE_OF_STAGE)
  const submit = () => {
    setTried(true)
    if (missingIn(draft) === undefined) onSubmit(draft)
  }
  return (
    <Box
      component="form"
      noValidate
      ref={form}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        submit()
      }}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: '100%' }}
    >
      <Box sx={{ flex: 1, display: 'grid', alignContent: 'start', gap: 4, p: 5 }}>
        {renderNotice?.(draft)}
        {problem && !isAtField && !renderNotice && <ProblemNotice problem={problem} />}
        <Fields
          draft={draft}
          hasMoved={isChange && isMoved(start, draft)}
          setDraft={setDraft}
          problem={problem}
          missing={isTried ? missingIn(draft) : undefined}
        />
      </Box>
      <Box sx={FOOT}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('form.saving') : submitLabel}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </Box>
    </Box>
  )
}

function Fields(given: {
  draft: BusinessDraft
  hasMoved: boolean
  setDraft: React.Dispatch<React.SetStateAction<BusinessDraft>>
  problem: Problem | undefined
  missing: ReturnType<typeof missingIn>
}) {
  const { t } = useTranslation()
  const { draft, setDraft, problem, missing } = given
  const set = (name: keyof BusinessDraft) => (value: string) =>
    setDraft((before) => ({ ...before, [name]: value }))
  const text = (name: 'name' | 'description' | 'links' | 'tags') => ({
    value: draft[name],
    onChange: set(name),
    error: errorAt(problem, `/${name}`),
  })
  const stageError = problem?.code === CODE_OF_STAGE ? problem.detail : errorAt(problem, '/stage')
  return (
    <>
      <TextField
        label={t('form.name')}
        takesFocus
        maxLength={200}
        {...text('name')}
        error={missing === 'name' ? t('form.missingName') : text('name').error}
      />
      <EntityField
        value={draft.entityId}
        onChange={set('entityId')}
        error={missing === 'entity' ? t('form.missingEntity') : errorAt(problem, '/entityId')}
      />
      <CategoryField
        value={draft.categoryId}
        onChange={set('categoryId')}
        error={errorAt(problem, '/categoryId')}
      />
      <Field label={t('form.stage')} error={stageError}>
        {(ids) => (
          <Choice
            ids={ids}
            value={draft.stage}
            options={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
            onChange={(stage) => isStage(stage) && setDraft((before) => ({ ...before, stage }))}
          />
        )}
      </Field>
      <OwnerField value={draft.ownerId} onChange={set('ownerId')} error={errorAt(problem, '/ownerId')} />
      {given.hasMoved && <MoveFields draft={draft} set={set} problem={problem} />}
      <TextField
        label={t('form.description')}
        hint={t('form.descriptionHint')}
        rows={3}
        maxLength={4000}
        {...text('description')}
      />
      <TextField label={t('form.links')} hint={t('form.linksHint')} rows={2} {...text('links')} />
      <TextField label={t('form.tags')} hint={t('form.tagsHint')} {...text('tags')} />
    </>
  )
}

function missingIn({ name, entityId }: BusinessDraft): 'name' | 'entity' | undefined {
  if (name.trim() === '') return 'name'
  return entityId === '' ? 'entity' : undefined
}

function useFocusOnError(problem: Problem | undefined) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [problem])
  return form
}

const FOOT = {
  position: 'sticky',
  bottom: 0,
  display: 'flex',
  gap: 2,
  px: 5,
  py: 3,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
