import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useNavigate } from 'react-router'
import { useWrite } from '../../api.ts'
import { SidePanel } from '../../design/side-panel.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { EMPTY_DRAFT, fieldsOf, type BusinessDraft } from './business-draft.ts'
import { BusinessForm } from './business-form.tsx'
import { useBusinessFilter } from './use-business-filter.ts'

/** A filter that is in force is the best guess of where the new one belongs. */
export function CreateBusinessPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const navigate = useNavigate()
  const { filter } = useBusinessFilter()
  const { send, isSending, problem } = useWrite('businesses.create-business')
  const { entityId, categoryId, stage } = filter
  const create = async (draft: BusinessDraft) => {
    const business = await send(fieldsOf(draft))
    if (!business) return
    const undo = { operation: 'businesses.archive-business', input: { businessId: business.id } } as const
    dispatch(toastShown({ text: t('business.createdToast', { name: business.name }), undo }))
    await navigate({ pathname: `/businesses/${business.id}`, search: location.search })
  }
  return (
    <SidePanel title={t('form.newTitle')} onClose={onClose}>
      <BusinessForm
        start={{ ...EMPTY_DRAFT, entityId, categoryId, ...(stage && { stage }) }}
        problem={problem}
        isSending={isSending}
        submitLabel={t('form.create')}
        onSubmit={(draft) => void create(draft)}
        onCancel={onClose}
      />
    </SidePanel>
  )
}
