import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { heldAs } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import type { ChoiceOption } from '../../design/choice.tsx'
import { Icon } from '../../design/icon.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { May } from '../identity/may.tsx'
import { CLIPPED } from './columns.ts'
import { InlineChoice } from './inline-choice.tsx'
import type { EditableColumn } from './inline-fields.ts'
import { inlineChange } from './inline-fields.ts'
import type { ListedBusiness } from './stages.ts'

/**
 * A cell that is changed in its place: by its pencil, or with `e` on the row. What was chosen stands there
 * at once, and goes back with the reason where it is refused.
 */
export function InlineEdit(given: {
  column: EditableColumn
  business: ListedBusiness
  /** The hand or the keyboard is at its row. */
  isNear: boolean
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const { column, business } = given
  const [isEditing, setEditing] = useState(false)
  const [chosen, setChosen] = useState<{ revision: number; label: string }>()
  const change = useInlineChange(business)
  const label = t(`inline.${column}`, { name: business.name })
  const choose = async ({ value, label: shown }: ChoiceOption) => {
    setEditing(false)
    setChosen({ revision: business.revision, label: shown })
    if (!(await change(inlineChange(column, value)))) setChosen(undefined)
  }
  if (isEditing)
    return (
      <Box sx={{ position: 'relative', zIndex: 1, width: '100%' }}>
        <InlineChoice
          {...{ column, business, label }}
          onClose={() => setEditing(false)}
          onChoose={(option) => void choose(option)}
        />
      </Box>
    )
  // The pencil is there for the hand that is near: three buttons in each of fifty rows would be paid for by scrolling.
  return (
    <Box sx={CELL}>
      {chosen?.revision === business.revision ? chosen.label : given.children}
      {given.isNear && (
        <May permission="businesses.write">
          <IconButton
            data-edit
            tabIndex={-1}
            aria-label={label}
            title={label}
            onClick={() => setEditing(true)}
            sx={PENCIL}
          >
            <Icon name="edit" size={12} />
          </IconButton>
        </May>
      )}
    </Box>
  )
}

/** Sends one change of a row; a row has no room for a notice, so what is refused or waits is told below. */
function useInlineChange({ id: businessId, name, revision }: ListedBusiness) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, problem } = useWrite('businesses.update-business')
  useEffect(() => {
    if (!problem) return
    const approvalId = heldAs(problem)
    dispatch(toastShown({ text: approvalId ? t('held.toast') : problem.detail, approvalId }))
  }, [problem, dispatch, t])
  return async (change: ReturnType<typeof inlineChange>): Promise<boolean> => {
    const saved = await send({ businessId, revision, ...change })
    if (!saved) return false
    const { previous, business } = saved
    const undo = {
      operation: 'businesses.update-business',
      input: { businessId, ...previous, ...(business.revision > 1 && { takesBack: business.revision }) },
    } as const
    dispatch(toastShown({ text: t('business.savedToast', { name }), undo }))
    return true
  }
}

const CELL = { ...CLIPPED, position: 'relative', pr: '22px' } as const
/** Above the link that the row is. */
const PENCIL = {
  position: 'absolute',
  zIndex: 1,
  right: 0,
  top: '50%',
  transform: 'translateY(-50%)',
  p: '3px',
  color: 'text.secondary',
} as const
