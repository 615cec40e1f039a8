import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../api.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import { MergeDialog } from './merge-dialog.tsx'

/** What can be said of two that look alike. */
export function PairActions({ pair }: { pair: { businessId: string; otherId: string } }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('businesses.mark-distinct')
  const [isMerging, setMerging] = useState(false)
  const markDistinct = async () => {
    if (!(await send(pair))) return
    const undo = { operation: 'businesses.unmark-distinct', input: pair } as const
    dispatch(toastShown({ text: t('exceptions.distinctToast'), undo }))
  }
  return (
    <>
      <Button onClick={() => setMerging(true)}>{t('exceptions.merge')}</Button>
      <Button disabled={isSending} onClick={() => void markDistinct()} title={problem?.detail}>
        {t('exceptions.distinct')}
      </Button>
      {isMerging && <MergeDialog pair={pair} onDone={() => setMerging(false)} />}
    </>
  )
}
