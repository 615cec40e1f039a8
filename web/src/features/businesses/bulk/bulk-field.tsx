import { useTranslation } from 'react-i18next'
import { Choice } from '../../../design/choice.tsx'
import { Field } from '../../../design/field.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { isStage, STAGES } from '../stages.ts'
import { useAllRows } from '../use-all-rows.ts'
import type { BulkKind, Wanted } from './bulk-change.ts'

/** No category is a choice too, and an empty value is none yet. */
const NO_CATEGORY = 'none'
const NO_OWNER = 'none'
const TAG_LENGTH_MAX = 60

interface FieldProps {
  value: string
  onChange: (value: string) => void
}

export function BulkField({ kind, ...field }: FieldProps & { kind: BulkKind }) {
  const { t } = useTranslation()
  if (kind === 'stage') return <StageField {...field} />
  if (kind === 'entity') return <EntityField {...field} />
  if (kind === 'category') return <CategoryField {...field} />
  if (kind === 'owner') return <OwnerField {...field} />
  if (kind === 'tag')
    return <TextField label={t('bulk.tag')} takesFocus maxLength={TAG_LENGTH_MAX} {...field} />
  return null
}

/** What the value in the field means, or undefined while nothing is chosen. */
export function wantedFrom(kind: BulkKind, value: string): Wanted | undefined {
  if (kind === 'archive' || kind === 'restore') return { isArchived: kind === 'archive' }
  if (kind === 'tag') return value.trim() === '' ? undefined : { addTags: [value.trim()] }
  if (kind === 'stage') return isStage(value) ? { stage: value } : undefined
  if (value === '') return undefined
  if (kind === 'entity') return { entityId: value }
  if (kind === 'owner') return { ownerId: value === NO_OWNER ? null : value }
  return { categoryId: value === NO_CATEGORY ? null : value }
}

function StageField(field: FieldProps) {
  const { t } = useTranslation()
  const options = STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))
  return <ChoiceField label={t('form.stage')} options={options} {...field} />
}

function EntityField(field: FieldProps) {
  const { t } = useTranslation()
  const { rows } = useAllRows('entities.list-entities')
  const options = rows.map(({ id, name }) => ({ value: id, label: name }))
  return <ChoiceField label={t('form.entity')} options={options} {...field} />
}

function CategoryField(field: FieldProps) {
  const { t } = useTranslation()
  const { rows } = useAllRows('businesses.list-categories')
  const options = rows.map(({ id, name }) => ({ value: id, label: name }))
  const none = { value: NO_CATEGORY, label: t('form.noCategory') }
  return <ChoiceField label={t('form.category')} options={[none, ...options]} {...field} />
}

function OwnerField(field: FieldProps) {
  const { t } = useTranslation()
  const { rows } = useAllRows('businesses.list-owners')
  const options = rows.map(({ id, name }) => ({ value: id, label: name }))
  const none = { value: NO_OWNER, label: t('form.noOwner') }
  return <ChoiceField label={t('form.owner')} options={[none, ...options]} {...field} />
}

function ChoiceField({
  label,
  options,
  value,
  onChange,
}: FieldProps & { label: string; options: { value: string; label: string }[] }) {
  const { t } = useTranslation()
  const all = value === '' ? [{ value: '', label: t('bulk.choose') }, ...options] : options
  return (
    <Field label={label}>
      {(ids) => <Choice takesFocus ids={ids} value={value} options={all} onChange={onChange} />}
    </Field>
  )
}
