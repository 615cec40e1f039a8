import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useAskOrWhy, type Input, type Output } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { csvFile, pdfFile, saveFile } from '../../design/save-file.ts'
import { toastShown } from '../../shell/toast-slice.ts'

const FORMATS = ['csv', 'pdf'] as const

/** Exactly the statement that is shown, as a file. */
export function ExportStatement({ asked }: { asked: Input<'statements.get-statement'> }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { ask, isAsking } = useAskOrWhy('statements.export-statement')
  const take = async (format: (typeof FORMATS)[number]) => {
    const { output, problem } = await ask({ ...asked, format })
    if (problem) dispatch(toastShown({ text: t('budget.notExported', { reason: problem.detail }) }))
    if (!output) return
    saveFile(output.fileName, fileOf(output))
    dispatch(toastShown({ text: t('budget.exportedToast', { fileName: output.fileName }) }))
  }
  return FORMATS.map((format) => (
    <Button
      key={format}
      variant="outlined"
      disabled={isAsking}
      title={t('budget.exportAs', { format: format.toUpperCase() })}
      startIcon={<Icon name="download" size={14} />}
      onClick={() => void take(format)}
    >
      {t(`budget.${format}`)}
    </Button>
  ))
}

function fileOf({ encoding, content }: Output<'statements.export-statement'>): Blob {
  return encoding === 'utf8' ? csvFile(content) : pdfFile(content)
}
