import { useTranslation } from 'react-i18next'
import Box from '@mui/material/Box'
import { Choice, type ChoiceOption } from '../../design/choice.tsx'
import type { EditableColumn } from './inline-fields.ts'
import { STAGES, type ListedBusiness } from './stages.ts'
import { useAllRows } from './use-all-rows.ts'

interface Given {
  column: EditableColumn
  business: ListedBusiness
  label: string
  onChoose: (option: ChoiceOption) => void
  onClose: () => void
}

/** What the cell can become, open where it stands. Escape and looking away leave it as it was. */
export function InlineChoice(given: Given) {
  if (given.column === 'stage') return <StageChoice {...given} />
  return given.column === 'category' ? <CategoryChoice {...given} /> : <OwnerChoice {...given} />
}

function StageChoice(given: Given) {
  const { t } = useTranslation()
  const options = STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))
  return <Options {...given} value={given.business.stage} options={options} />
}

function CategoryChoice(given: Given) {
  const { t } = useTranslation()
  const { rows } = useAllRows('businesses.list-categories')
  const { category } = given.business
  return <Options {...given} {...named(rows, category, t('form.noCategory'))} />
}

function OwnerChoice(given: Given) {
  const { t } = useTranslation()
  const { rows } = useAllRows('businesses.list-owners')
  return <Options {...given} {...named(rows, given.business.owner, t('form.noOwner'))} />
}

/** What it is now is among them even where the list does not hold it, or is not here yet. */
function named(
  rows: readonly { id: string; name: string }[],
  now: { id: string; name: string } | null,
  none: string,
) {
  const isKnown = now === null || rows.some(({ id }) => id === now.id)
  return {
    value: now?.id ?? '',
    options: [
      { value: '', label: none },
      ...(isKnown ? [] : [{ value: now.id, label: now.name }]),
      ...rows.map(({ id, name }) => ({ value: id, label: name })),
    ],
  }
}

function Options(given: Given & { value: string; options: ChoiceOption[] }) {
  const { value, options, label, onChoose, onClose } = given
  return (
    <Box
      onBlur={onClose}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      <Choice
        takesFocus
        label={label}
        value={value}
        options={options}
        onChange={(next) => {
          const option = options.find((one) => one.value === next)
          if (option) onChoose(option)
        }}
      />
    </Box>
  )
}
