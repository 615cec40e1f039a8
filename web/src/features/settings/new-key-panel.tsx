import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { ShownOnce } from '../../design/shown-once.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { TextField } from '../../design/text-field.tsx'
import { Tick } from '../../design/tick.tsx'
import { grantsOf, newRight } from './rights-draft.ts'
import { RightsEditor } from './rights-editor.tsx'

const DAYS = [7, 30, 90, 180, 365]

export function NewKeyPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [made, setMade] = useState<{ name: string; token: string }>()
  return (
    <SidePanel title={t('keys.new')} onClose={onClose}>
      {made ? (
        <ShownOnce
          title={t('keys.made')}
          detail={t('keys.madeDetail', { name: made.name })}
          label={t('keys.token')}
          secret={made.token}
          copyLabel={t('keys.copy')}
        >
          <Button onClick={onClose}>{t('people.done')}</Button>
        </ShownOnce>
      ) : (
        <NewKeyForm onCancel={onClose} onMade={setMade} />
      )}
    </SidePanel>
  )
}

function NewKeyForm(given: {
  onCancel: () => void
  onMade: (made: { token: string; name: string }) => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [days, setDays] = useState(90)
  const [isDraftsOnly, setDraftsOnly] = useState(false)
  const [rights, setRights] = useState(() => [newRight()])
  const { send, isSending, problem } = useWrite('identity.create-api-key')
  const create = async () => {
    const made = await send({ name, grants: grantsOf(rights), expiresInDays: days, isDraftsOnly })
    if (made) given.onMade({ token: made.token, name: made.apiKey.name })
  }
  return (
    <SideForm problem={problem} onSubmit={() => void create()}>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{t('keys.newDetail')}</Box>
      <TextField
        label={t('keys.nameLabel')}
        hint={t('keys.nameHint')}
        takesFocus
        maxLength={80}
        value={name}
        onChange={setName}
        error={errorAt(problem, '/name')}
      />
      <Field label={t('keys.days')} error={errorAt(problem, '/expiresInDays')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={String(days)}
            options={DAYS.map((count) => ({ value: String(count), label: t('keys.dayCount', { count }) }))}
            onChange={(value) => setDays(Number(value))}
          />
        )}
      </Field>
      <Tick
        label={t('keys.draftsOnly')}
        note={t('keys.draftsOnlyNote')}
        isOn={isDraftsOnly}
        onChange={setDraftsOnly}
      />
      <RightsEditor rights={rights} onChange={setRights} error={errorAt(problem, '/grants')} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : t('keys.create')}
        </Button>
        <Button onClick={given.onCancel}>{t('settings.cancel')}</Button>
      </Box>
    </SideForm>
  )
}
