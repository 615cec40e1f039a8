import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useAskOrWhy, type Input } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { csvFile, pdfFile, saveFile } from '../../design/save-file.ts'
import { toastShown } from '../../shell/toast-slice.ts'

/** All lines of a book, or of one account, in these days as one CSV: asked for part by part. */
export function LinesAsCsv({
  asked,
  label,
}: {
  asked: Input<'ledger.export-general-ledger'>
  label: string
}) {
  const { t } = useTranslation()
  const { ask } = useAskOrWhy('ledger.export-general-ledger')
  const tell = useTold()
  const [isBusy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    const parts: string[] = []
    for (let cursor: string | null | undefined = undefined; cursor !== null;) {
      const { output, problem } = await ask({ ...asked, ...(cursor !== undefined && { cursor }) })
      if (!output) {
        tell.refused(problem?.detail)
        break
      }
      parts.push(output.text)
      cursor = output.nextCursor
      if (cursor === null) {
        saveFile(output.fileName, csvFile(parts.join('')))
        tell.saved(output.fileName)
      }
    }
    setBusy(false)
  }
  return (
    <Button disabled={isBusy} title={t('banking.exportHint')} startIcon={ICON} onClick={() => void take()}>
      {label}
    </Button>
  )
}

/** The statement of an account to print. */
export function AccountAsPdf({ asked }: { asked: Input<'statements.export-account'> }) {
  const { t } = useTranslation()
  const { ask, isAsking } = useAskOrWhy('statements.export-account')
  const tell = useTold()
  const take = async () => {
    const { output, problem } = await ask(asked)
    if (!output) return tell.refused(problem?.detail)
    saveFile(output.fileName, pdfFile(output.content))
    return tell.saved(output.fileName)
  }
  return (
    <Button disabled={isAsking} title={t('banking.printHint')} startIcon={ICON} onClick={() => void take()}>
      {t('budget.pdf')}
    </Button>
  )
}

function useTold() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  return {
    saved: (fileName: string) => void dispatch(toastShown({ text: t('budget.exportedToast', { fileName }) })),
    refused: (reason: string | undefined) =>
      void dispatch(toastShown({ text: t('budget.notExported', { reason: reason ?? '' }) })),
  }
}

const ICON = <Icon name="download" size={14} />
