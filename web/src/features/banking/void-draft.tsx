import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { toastShown } from '../../shell/toast-slice.ts'

/** A draft that was put away does not come back, so it is asked about. */
export function VoidDraft(given: {
  draft: { id: string; revision: number }
  memo: string
  onVoided: () => void
}) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { draft, memo, onVoided } = given
  const [isAsked, setAsked] = useState(false)
  const { send, isSending, problem } = useWrite('ledger.void-draft')
  const put = async () => {
    const done = await send({ draftId: draft.id, revision: draft.revision })
    if (!done) return
    setAsked(false)
    dispatch(toastShown({ text: t('drafts.voidedToast', { memo: memo || t('drafts.noMemo') }) }))
    onVoided()
  }
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('drafts.void')}</Button>
      {isAsked && (
        <ConfirmDialog
          title={t('drafts.voidTitle')}
          detail={t('drafts.voidDetail')}
          confirm={t('drafts.void')}
          cancel={t('settings.cancel')}
          isSending={isSending}
          problem={problem}
          onCancel={() => setAsked(false)}
          onConfirm={() => void put()}
        />
      )}
    </>
  )
}
