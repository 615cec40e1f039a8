import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../../design/choice.tsx'
import { Field } from '../../../design/field.tsx'
import { NewEntity } from '../new-entity.tsx'
import { useAllRows } from '../use-all-rows.ts'

/** Which entity holds the businesses of rows that name none; a new one is added in the same place. */
export function EntityOfRows({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  const { rows } = useAllRows('entities.list-entities')
  const [wantsNew, setWantsNew] = useState(false)
  if (wantsNew) {
    return (
      <Box sx={{ maxWidth: 480 }}>
        <NewEntity
          onCreated={(id) => {
            onChange(id)
            setWantsNew(false)
          }}
          onCancel={() => setWantsNew(false)}
        />
      </Box>
    )
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'end', gap: 2, maxWidth: 480 }}>
      <Box sx={{ flex: 1, minWidth: 0, '& .MuiInputBase-root': { width: '100%' } }}>
        <Field label={t('import.entity')}>
          {(ids) => (
            <Choice
              ids={ids}
              value={value}
              options={[
                { value: '', label: t('import.noEntity') },
                ...rows.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={onChange}
            />
          )}
        </Field>
      </Box>
      <Button variant="outlined" onClick={() => setWantsNew(true)}>
        {t('import.newEntity')}
      </Button>
    </Box>
  )
}
