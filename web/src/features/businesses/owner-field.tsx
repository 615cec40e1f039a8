import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { useAllRows } from './use-all-rows.ts'

/** Who answers for a business or a KPI, or nobody. One who has left, or who is not open to this person, stands as chosen. */
export function OwnerField(given: {
  value: string
  onChange: (id: string) => void
  error: string | undefined
}) {
  const { t } = useTranslation()
  const { rows } = useAllRows('businesses.list-owners')
  const { value, onChange, error } = given
  const isKnown = value === '' || rows.some(({ id }) => id === value)
  return (
    <Field label={t('form.owner')} error={error}>
      {(ids) => (
        <Choice
          ids={ids}
          value={value}
          options={[
            { value: '', label: t('form.noOwner') },
            ...rows.map(({ id, name }) => ({ value: id, label: name })),
            ...(isKnown ? [] : [{ value, label: value }]),
          ]}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
