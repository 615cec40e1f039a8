import { today } from '#kernel/periods.ts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../../api-call.ts'
import { useWrite } from '../../../api.ts'
import { Choice } from '../../../design/choice.tsx'
import { Field } from '../../../design/field.tsx'
import { SideForm } from '../../../design/side-form.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import type { Entity } from './entity-status.tsx'
import { OwnerFields } from './owner-fields.tsx'
import { useOwner } from './use-owner.ts'

/** That somebody does or does not control the entity, from a day on, with the reason. */
export function RecordJudgement({ entity, onDone }: { entity: Entity; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const owner = useOwner()
  const [draft, setDraft] = useState({ controls: 'yes', from: today(), until: '', reason: '' })
  const { send, isSending, problem } = useWrite('entities.record-judgement')
  const record = async () => {
    const ref = await owner.ensure()
    if (!ref) return
    const { controls, from, until, reason } = draft
    const judgement = await send({
      entityId: entity.id,
      owner: ref,
      controls: controls === 'yes',
      from: from.trim(),
      until: until.trim() === '' ? null : until.trim(),
      reason: reason.trim(),
    })
    if (!judgement) return
    const undo = {
      operation: 'entities.withdraw-judgement',
      input: { judgementId: judgement.id, reason: t('ownership.undone') },
    } as const
    dispatch(toastShown({ text: t('ownership.judgedToast', { name: judgement.owner.name }), undo }))
    onDone()
  }
  const text = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: errorAt(problem, `/${name}`),
  })
  return (
    <SideForm problem={owner.problem ?? problem} onSubmit={() => void record()}>
      <OwnerFields owner={owner} selfId={entity.id} />
      <Verdict value={draft.controls} onChange={text('controls').onChange} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <TextField label={t('ownership.from')} maxLength={10} {...text('from')} />
        <TextField
          label={t('ownership.until')}
          hint={t('ownership.untilHint')}
          maxLength={10}
          {...text('until')}
        />
      </Box>
      <TextField
        label={t('ownership.judgedBecause')}
        hint={t('ownership.judgedBecauseHint')}
        rows={3}
        maxLength={2000}
        {...text('reason')}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending || owner.isSending}>
          {t('ownership.judge')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </Box>
    </SideForm>
  )
}

function Verdict({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <Field label={t('ownership.judgedThat')}>
      {(ids) => (
        <Choice
          ids={ids}
          value={value}
          options={[
            { value: 'yes', label: t('ownership.controls') },
            { value: 'no', label: t('ownership.controlsNot') },
          ]}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
