import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Run } from './run-words.ts'

export function CancelRunDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('runs.cancel-run')
  const { id: runId, title } = run
  const cancel = async () => {
    if (!(await send({ runId }))) return
    dispatch(toastShown({ text: t('runs.cancelledToast', { title }) }))
    onClose()
  }
  return (
    <ConfirmDialog
      title={t('runs.cancelTitle', { title })}
      detail={t('runs.cancelDetail')}
      confirm={t('runs.cancel')}
      cancel={t('runs.keep')}
      isSending={isSending}
      problem={problem}
      onCancel={onClose}
      onConfirm={() => void cancel()}
    />
  )
}
