import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch, useSelector } from 'react-redux'
import { heldAs, isProblem } from '../api-call.ts'
import { operationsApi } from '../api.ts'
import { UndoToast } from '../design/undo-toast.tsx'
import { tickStep } from '../features/demo/guide-progress.ts'
import type { State } from '../store.ts'
import { toastClosed, toastShown, type Undo } from './toast-slice.ts'

/** The toast of the moment; its undo is an invocation like any other. */
export function Toasts() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const toast = useSelector((state: State) => state.toast.shown)
  const [trigger] = operationsApi.useWriteMutation()
  const close = useCallback(() => void dispatch(toastClosed()), [dispatch])
  if (!toast) return null
  const undo = async (call: Undo) => {
    close()
    const { error } = await trigger({ ...call, idempotencyKey: crypto.randomUUID() })
    if (!isProblem(error)) {
      if (call.operation === 'businesses.update-businesses') tickStep('undo')
      return
    }
    const waits = heldAs(error)
    const text = waits ? t('held.undo') : t('toast.undoRefused', { reason: error.detail })
    dispatch(toastShown({ text, approvalId: waits }))
  }
  const { undo: call, approvalId } = toast
  const waits = approvalId && { to: `/approvals/${approvalId}`, text: t('held.open') }
  return (
    <UndoToast
      key={toast.number}
      text={toast.text}
      onClose={close}
      onUndo={call && (() => void undo(call))}
      link={waits || toast.link}
    />
  )
}
