import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import type { Output } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { csvFile, pdfFile, saveFile } from '../../design/save-file.ts'
import { toastShown } from '../../shell/toast-slice.ts'

const FORMATS = ['csv', 'pdf'] as const
type File = Output<'statements.export-statement'>

/** What is shown, as a file: as a table, or to print. */
export function FileButtons(given: {
  isAsking: boolean
  ask: (format: (typeof FORMATS)[number]) => Promise<{ output?: File; problem?: Problem }>
}) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const take = async (format: (typeof FORMATS)[number]) => {
    const { output, problem } = await given.ask(format)
    if (problem) dispatch(toastShown({ text: t('budget.notExported', { reason: problem.detail }) }))
    if (!output) return
    saveFile(output.fileName, fileOf(output))
    dispatch(toastShown({ text: t('budget.exportedToast', { fileName: output.fileName }) }))
  }
  return FORMATS.map((format) => (
    <Button
      key={format}
      variant="outlined"
      disabled={given.isAsking}
      title={t('budget.exportAs', { format: format.toUpperCase() })}
      startIcon={<Icon name="download" size={14} />}
      onClick={() => void take(format)}
    >
      {t(`budget.${format}`)}
    </Button>
  ))
}

function fileOf({ encoding, content }: File): Blob {
  return encoding === 'utf8' ? csvFile(content) : pdfFile(content)
}
