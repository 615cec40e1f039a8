import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { NewEntity } from './new-entity.tsx'
import { useAllRows } from './use-all-rows.ts'

/** Which entity holds it; one that does not exist yet is added in the same place. */
export function EntityField(given: {
  value: string
  onChange: (id: string) => void
  error: string | undefined
}) {
  const { t } = useTranslation()
  const { rows, isComplete } = useAllRows('entities.list-entities')
  const [wantsNew, setWantsNew] = useState(false)
  // With no entity at all there is nothing to choose, so its form is open from the start.
  const isAdding = wantsNew || (isComplete && rows.length === 0)
  if (isAdding) {
    return (
      <NewEntity
        onCreated={(id) => {
          given.onChange(id)
          setWantsNew(false)
        }}
        onCancel={rows.length > 0 ? () => setWantsNew(false) : undefined}
        error={given.error}
      />
    )
  }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 2 }}>
      <Field label={t('form.entity')} error={given.error}>
        {(ids) => (
          <Choice
            ids={ids}
            value={given.value}
            options={[
              ...(given.value === '' ? [{ value: '', label: t('form.chooseEntity') }] : []),
              ...rows.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={given.onChange}
          />
        )}
      </Field>
      <Button variant="outlined" onClick={() => setWantsNew(true)} sx={{ mt: '20px' }}>
        {t('form.newEntity')}
      </Button>
    </Box>
  )
}
