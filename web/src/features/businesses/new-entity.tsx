import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TextField } from '../../design/text-field.tsx'

/** Three fields and a button inside another form: Enter here adds the entity, not the business around it. */
export function NewEntity(given: {
  onCreated: (id: string, name: string) => void
  onCancel: (() => void) | undefined
  error?: string | undefined
}) {
  const { t } = useTranslation()
  const [fields, setFields] = useState({ name: '', kind: '', jurisdiction: '' })
  const { send, isSending, problem } = useWrite('entities.create-entity')
  const add = async () => {
    const entity = await send(fields)
    if (entity) given.onCreated(entity.id, entity.name)
  }
  const field = (name: keyof typeof fields) => ({
    value: fields[name],
    onChange: (value: string) => setFields((before) => ({ ...before, [name]: value })),
    error: errorAt(problem, `/${name}`),
  })
  const isNameTaken = problem?.code === 'entities.entity-name-taken'
  const nameError = isNameTaken ? problem.detail : (field('name').error ?? given.error)
  return (
    <Box
      component="fieldset"
      aria-label={t('form.newEntity')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        void add()
      }}
      sx={{
        m: 0,
        minWidth: 0,
        p: 0,
        border: 0,
        display: 'grid',
        gap: 3,
        pl: 4,
        borderLeft: '2px solid var(--mui-palette-primary-main)',
      }}
    >
      <Box sx={{ fontSize: 13, fontWeight: 600 }}>{t('form.newEntity')}</Box>
      {problem && problem.errors.length === 0 && !isNameTaken && <ProblemNotice problem={problem} />}
      <TextField label={t('form.entityName')} maxLength={200} {...field('name')} error={nameError} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3 }}>
        <TextField
          label={t('form.entityKind')}
          hint={t('form.entityKindHint')}
          maxLength={60}
          {...field('kind')}
        />
        <TextField
          label={t('form.jurisdiction')}
          hint={t('form.jurisdictionHint')}
          maxLength={60}
          {...field('jurisdiction')}
        />
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="outlined" disabled={isSending} onClick={() => void add()}>
          {t('form.addEntity')}
        </Button>
        {given.onCancel && <Button onClick={given.onCancel}>{t('form.cancel')}</Button>}
      </Box>
    </Box>
  )
}
