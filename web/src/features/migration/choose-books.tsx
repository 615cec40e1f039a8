import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { useDrop } from '../../design/use-drop.ts'
import { readBooks, type BookFile, type Wrong } from './book-files.ts'
import { PastImports } from './past-imports.tsx'

/** Files of any number of companies, chosen, dropped, or all of a folder; and what came in before. */
export function ChooseBooks({ onChosen }: { onChosen: (files: BookFile[]) => void }) {
  const { t } = useTranslation()
  const [wrong, setWrong] = useState<Wrong>()
  const take = async (files: File[]) => {
    const read = await readBooks(files)
    if ('files' in read) onChosen(read.files)
    else setWrong(read)
  }
  const { isOver, place } = useDrop((files) => void take(files))
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
      <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <Box {...place} sx={{ ...PLACE, ...(isOver && { borderColor: 'primary.main' }) }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
            <FilesButton label={t('migration.choose')} isMain onFiles={take} />
            <FilesButton label={t('migration.chooseFolder')} isFolder onFiles={take} />
            <Box component="span" sx={{ fontSize: 13, color: 'text.secondary' }}>
              {t('migration.dropHere')}
            </Box>
          </Box>
          <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary', textWrap: 'pretty' }}>
            {t('migration.detail')}
          </Typography>
        </Box>
        {wrong && (
          <Box role="alert" sx={{ mt: 3, display: 'flex', gap: 2, fontSize: 13, color: 'error.main' }}>
            <Icon name="warning" />
            <span>{t(`migration.${wrong.wrong}`, { name: 'name' in wrong ? wrong.name : '' })}</span>
          </Box>
        )}
      </Box>
      <PastImports />
    </Box>
  )
}

function FilesButton(given: {
  label: string
  isMain?: boolean
  isFolder?: boolean
  onFiles: (files: File[]) => Promise<void>
}) {
  const { label, isMain = false, isFolder = false, onFiles } = given
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        variant={isMain ? 'contained' : 'outlined'}
        startIcon={isMain ? <Icon name="upload" size={14} /> : undefined}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={(element) => {
          input.current = element
          // No attribute that React knows.
          element?.toggleAttribute('webkitdirectory', isFolder)
        }}
        type="file"
        hidden
        multiple
        aria-label={label}
        accept={isFolder ? undefined : '.xlsx,.csv,.tsv,.txt'}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) void onFiles(files)
        }}
      />
    </>
  )
}

const PLACE = { p: 5, bgcolor: 'background.paper', border: '1px dashed var(--mui-palette-control)' } as const
