import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useAskOrWhy } from '../../api.ts'
import { csvFile, saveFile } from '../../design/save-file.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import { HeaderAction } from './header-action.tsx'
import { inputOf, type BusinessFilter } from './use-business-filter.ts'
import type { ListOrder } from './use-list-order.ts'

/** Exactly what the list shows, as a file. */
export function ExportButton({ filter, order }: { filter: BusinessFilter; order: ListOrder }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { ask, isAsking } = useAskOrWhy('businesses.export-businesses')
  const take = async () => {
    const { output, problem } = await ask({ ...inputOf(filter), ...order })
    if (problem) dispatch(toastShown({ text: t('businesses.notExported', { reason: problem.detail }) }))
    if (!output) return
    const { csv, fileName, rows } = output
    saveFile(fileName, csvFile(csv))
    dispatch(toastShown({ text: t('businesses.exported', { count: rows, fileName }) }))
  }
  return (
    <HeaderAction
      label={t('businesses.export')}
      title={t('businesses.exportReason')}
      icon="download"
      disabled={isAsking}
      onClick={() => void take()}
    />
  )
}
