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
import { isStatus, STATUSES, type Entity } from './entity-status.tsx'

const TEXTS = [
  { name: 'name', maxLength: 200 },
  { name: 'kind', maxLength: 60 },
  { name: 'jurisdiction', maxLength: 60 },
  { name: 'ein', hint: 'entities.hints.ein', maxLength: 10 },
  { name: 'lei', hint: 'entities.hints.lei', maxLength: 20 },
  { name: 'registrationNumber', maxLength: 60 },
  { name: 'registeredAddress', maxLength: 400, rows: 3 },
  { name: 'postalAddress', maxLength: 400, rows: 3 },
  { name: 'functionalCurrency', hint: 'entities.hints.functionalCurrency', maxLength: 3 },
  { name: 'fiscalYearEnd', hint: 'entities.hints.fiscalYearEnd', maxLength: 5 },
] as const
type TextName = (typeof TEXTS)[number]['name']

/** Sends what changed, with the revision that it was changed from. An emptied field becomes unknown again. */
export function EditEntity({ current, onDone }: { current: Entity; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [base] = useState(current)
  const [status, setStatus] = useState(base.status)
  const [texts, setTexts] = useState<Partial<Record<TextName, string>>>({})
  const { send, isSending, problem } = useWrite('entities.update-entity')
  const save = async () => {
    const changed = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, text.trim() === '' ? null : text.trim()]),
    )
    const saved = await send({
      entityId: base.id,
      revision: base.revision,
      ...changed,
      ...(status !== base.status && { status }),
    })
    if (!saved) return
    const { entity, previous } = saved
    const undo = { operation: 'entities.update-entity', input: { entityId: base.id, ...previous } } as const
    dispatch(toastShown({ text: t('business.savedToast', { name: entity.name }), undo }))
    onDone()
  }
  return (
    <SideForm problem={problem} onSubmit={() => void save()}>
      <Field label={t('entities.status')} error={errorAt(problem, '/status')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={status}
            options={STATUSES.map((one) => ({ value: one, label: t(`entities.statuses.${one}`) }))}
            onChange={(value) => isStatus(value) && setStatus(value)}
          />
        )}
      </Field>
      {TEXTS.map(({ name, ...field }) => (
        <TextField
          key={name}
          label={t(`entities.${name}`)}
          value={texts[name] ?? base[name] ?? ''}
          onChange={(text) => setTexts((before) => ({ ...before, [name]: text }))}
          error={errorAt(problem, `/${name}`)}
          maxLength={field.maxLength}
          rows={'rows' in field ? field.rows : 1}
          hint={'hint' in field ? t(field.hint) : undefined}
        />
      ))}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('form.saving') : t('form.save')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </Box>
    </SideForm>
  )
}
