import { today } from '#kernel/periods.ts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../../api-call.ts'
import { useWrite } from '../../../api.ts'
import { SideForm } from '../../../design/side-form.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import type { Entity } from './entity-status.tsx'
import { OwnerFields } from './owner-fields.tsx'
import { useOwner } from './use-owner.ts'

/** A stake in an entity. Whoever is neither an entity nor a holder yet becomes a holder with it. */
export function RecordStake({ entity, onDone }: { entity: Entity; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const owner = useOwner()
  const [draft, setDraft] = useState({ voting: '', economic: '', from: today(), until: '', evidence: '' })
  const { send, isSending, problem } = useWrite('entities.record-stake')
  const record = async () => {
    const ref = await owner.ensure()
    if (!ref) return
    const { voting, economic, from, until, evidence } = draft
    const stake = await send({
      entityId: entity.id,
      owner: ref,
      votingPercent: voting.trim(),
      economicPercent: economic.trim() === '' ? voting.trim() : economic.trim(),
      from: from.trim(),
      until: until.trim() === '' ? null : until.trim(),
      evidence: evidence.trim() === '' ? null : evidence.trim(),
    })
    if (!stake) return
    const undo = {
      operation: 'entities.withdraw-stake',
      input: { stakeId: stake.id, reason: t('ownership.undone') },
    } as const
    dispatch(toastShown({ text: t('ownership.recordedToast', { name: stake.owner.name }), undo }))
    onDone()
  }
  const text = (name: keyof typeof draft, pointer: string) => ({
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
    error: errorAt(problem, pointer),
  })
  return (
    <SideForm problem={owner.problem ?? problem} onSubmit={() => void record()}>
      <OwnerFields owner={owner} selfId={entity.id} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <TextField label={t('ownership.voting')} maxLength={10} {...text('voting', '/votingPercent')} />
        <TextField
          label={t('ownership.economic')}
          hint={t('ownership.economicHint')}
          maxLength={10}
          {...text('economic', '/economicPercent')}
        />
        <TextField label={t('ownership.from')} maxLength={10} {...text('from', '/from')} />
        <TextField
          label={t('ownership.until')}
          hint={t('ownership.untilHint')}
          maxLength={10}
          {...text('until', '/until')}
        />
      </Box>
      <TextField
        label={t('ownership.evidence')}
        hint={t('ownership.evidenceHint')}
        maxLength={400}
        {...text('evidence', '/evidence')}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending || owner.isSending}>
          {t('ownership.record')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </Box>
    </SideForm>
  )
}
