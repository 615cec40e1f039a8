import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../api.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Business } from './stages.ts'

/** Archives and restores, each with the other as its undo. Answers whether it was done. */
export function useArchive() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const archiving = useWrite('businesses.archive-business')
  const restoring = useWrite('businesses.restore-business')
  return {
    isSending: archiving.isSending || restoring.isSending,
    problem: archiving.problem ?? restoring.problem,
    async archive({ id: businessId, name }: Business): Promise<boolean> {
      if (!(await archiving.send({ businessId }))) return false
      const undo = { operation: 'businesses.restore-business', input: { businessId } } as const
      dispatch(toastShown({ text: t('business.archivedToast', { name }), undo }))
      return true
    },
    async restore({ id: businessId, name }: Business): Promise<boolean> {
      if (!(await restoring.send({ businessId }))) return false
      const undo = { operation: 'businesses.archive-business', input: { businessId } } as const
      dispatch(toastShown({ text: t('business.restoredToast', { name }), undo }))
      return true
    },
  }
}
