import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { TextField } from '../../design/text-field.tsx'
import type { BusinessDraft } from './business-draft.ts'

const CODES_OF_DAY = new Set(['businesses.day-to-come', 'businesses.before-it-began'])

/** From which day on, and what it rests on: asked for where something that is dated changes. */
export function MoveFields(given: {
  draft: BusinessDraft
  set: (name: 'effectiveOn' | 'evidence' | 'reason') => (value: string) => void
  problem: Problem | undefined
}) {
  const { t } = useTranslation()
  const { draft, set, problem } = given
  const isOfDay = problem !== undefined && CODES_OF_DAY.has(problem.code)
  return (
    <>
      <Field
        label={t('form.effectiveOn')}
        hint={t('form.effectiveHint')}
        error={isOfDay ? problem.detail : errorAt(problem, '/effectiveOn')}
      >
        {(ids) => <DayField ids={ids} value={draft.effectiveOn} onChange={set('effectiveOn')} />}
      </Field>
      <TextField
        label={t('form.evidence')}
        hint={t('form.evidenceHint')}
        rows={2}
        maxLength={4000}
        value={draft.evidence}
        onChange={set('evidence')}
        error={errorAt(problem, '/evidence')}
      />
      <TextField
        label={t('form.reason')}
        maxLength={1000}
        value={draft.reason}
        onChange={set('reason')}
        error={errorAt(problem, '/reason')}
      />
    </>
  )
}
