import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { TextField } from '../../design/text-field.tsx'
import { useAllRows } from './use-all-rows.ts'

/** One of the studio's own categories, or none; a new one is added in the same place. */
export function CategoryField(given: {
  value: string
  onChange: (id: string) => void
  error: string | undefined
}) {
  const { t } = useTranslation()
  const { rows } = useAllRows('businesses.list-categories')
  const [isAdding, setAdding] = useState(false)
  if (isAdding) {
    return (
      <NewCategory
        onCreated={(id) => {
          given.onChange(id)
          setAdding(false)
        }}
        onCancel={() => setAdding(false)}
      />
    )
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 2 }}>
      <Field label={t('form.category')} error={given.error}>
        {(ids) => (
          <Choice
            ids={ids}
            value={given.value}
            options={[
              { value: '', label: t('form.noCategory') },
              ...rows.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={given.onChange}
          />
        )}
      </Field>
      <Button variant="outlined" onClick={() => setAdding(true)} sx={{ mt: '20px' }}>
        {t('form.newCategory')}
      </Button>
    </Box>
  )
}

function NewCategory({ onCreated, onCancel }: { onCreated: (id: string) => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const { send, isSending, problem } = useWrite('businesses.create-category')
  const add = async () => {
    const category = await send({ name })
    if (category) onCreated(category.id)
  }
  return (
    <Box
      component="fieldset"
      aria-label={t('form.newCategory')}
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
      <TextField
        label={t('form.categoryName')}
        takesFocus
        maxLength={80}
        value={name}
        onChange={setName}
        error={errorAt(problem, '/name') ?? problem?.detail}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="outlined" disabled={isSending} onClick={() => void add()}>
          {t('form.addCategory')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </Box>
    </Box>
  )
}
