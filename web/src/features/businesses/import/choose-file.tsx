import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDrop } from '../../../design/use-drop.ts'
import { Icon } from '../../../design/icon.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { fileOfText, readFile, type ChosenFile, type Choosing } from './chosen-file.ts'
import type { ImportTarget } from './targets.ts'
import { usePastedCells } from './use-pasted-cells.ts'

/** A file that is chosen or dropped, or cells that are pasted: anywhere on the page, or into a field. */
export function ChooseFile(given: { target: ImportTarget; onChosen: (file: ChosenFile) => void }) {
  const { t } = useTranslation()
  const { target, onChosen } = given
  usePastedCells(t('import.pasted'), onChosen)
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<Exclude<Choosing, { file: ChosenFile }>>()
  const take = async (file: File | undefined) => {
    if (!file) return
    const choosing = await readFile(file)
    if ('file' in choosing) onChosen(choosing.file)
    else setWrong(choosing)
  }
  const { isOver, place } = useDrop(([file]) => void take(file))
  return (
    <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
      <Box {...place} sx={{ ...PLACE, ...(isOver && { borderColor: 'primary.main' }) }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
          <Button
            variant="contained"
            startIcon={<Icon name="upload" size={14} />}
            onClick={() => input.current?.click()}
          >
            {t('import.choose')}
          </Button>
          <Box component="span" sx={{ fontSize: 13, color: 'text.secondary' }}>
            {t('import.dropHere')}
          </Box>
        </Box>
        <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary', textWrap: 'pretty' }}>
          {t(`import.chooseDetail.${target}`)}
        </Typography>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.csv,.tsv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv,text/tab-separated-values,text/plain"
          aria-label={t('import.choose')}
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </Box>
      {wrong && (
        <Box role="alert" sx={{ mt: 3, display: 'flex', gap: 2, fontSize: 13, color: 'error.main' }}>
          <Icon name="warning" />
          <span>{t(`import.${wrong.wrong}`, { name: wrong.name })}</span>
        </Box>
      )}
      <PasteRows onChosen={onChosen} />
    </Box>
  )
}

function PasteRows({ onChosen }: { onChosen: (file: ChosenFile) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState<string>()
  if (text === undefined) {
    return (
      <Button onClick={() => setText('')} sx={{ mt: 3 }}>
        {t('import.paste')}
      </Button>
    )
  }
  return (
    <Box
      component="form"
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        if (text.trim() !== '') onChosen(fileOfText(t('import.pasted'), text))
      }}
      sx={{ mt: 4, display: 'grid', gap: 3, justifyItems: 'start', '& > :first-of-type': { width: '100%' } }}
    >
      <TextField label={t('import.pasteLabel')} value={text} onChange={setText} rows={6} takesFocus />
      <Button type="submit" variant="outlined" disabled={text.trim() === ''}>
        {t('import.readPaste')}
      </Button>
    </Box>
  )
}

const PLACE = { p: 5, bgcolor: 'background.paper', border: '1px dashed var(--mui-palette-control)' } as const
