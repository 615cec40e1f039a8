import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { ColumnMap, type Mapping } from './column-map.tsx'
import { ImportErrors } from './import-errors.tsx'
import { StageWords } from './stage-words.tsx'
import type { ImportInput, Preview } from './use-preview.ts'

type StageWord = NonNullable<ImportInput['stageWords']>[number]

/** What a trial found in the file: its errors, what each column is taken for, and its words for our stages. */
export function PreviewParts(given: {
  preview: Preview
  onMap: (mapping: Mapping) => void
  onStageWord: (said: StageWord) => void
}) {
  const { t } = useTranslation()
  const { preview, onMap, onStageWord } = given
  return (
    <>
      {preview.errors.length > 0 && (
        <Part title={t('import.errors')}>
          <ImportErrors preview={preview} />
        </Part>
      )}
      <Part title={t('import.columns')}>
        <ColumnMap columns={preview.columns} onChange={onMap} />
      </Part>
      {preview.stageWords.length > 0 && (
        <Part title={t('import.stages')}>
          <StageWords words={preview.stageWords} onChange={(word, stage) => onStageWord({ word, stage })} />
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box component="section" aria-label={title} sx={{ borderTop: '1px solid var(--mui-palette-divider)' }}>
      <Typography variant="h2" sx={{ px: { xs: 4, sm: 6 }, py: 3 }}>
        {title}
      </Typography>
      {children}
    </Box>
  )
}
