import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { ColumnMap } from './column-map.tsx'
import { DecimalQuestions } from './decimal-questions.tsx'
import { ImportErrors } from './import-errors.tsx'
import type { Said } from './import-input.ts'
import { PreviewRows } from './preview-rows.tsx'
import { StageWords } from './stage-words.tsx'
import type { ImportTarget, Preview } from './targets.ts'

/** What a trial found in the file: what it asks, its errors, what each column is taken for, its words, its first rows. */
export function PreviewParts(given: {
  target: ImportTarget
  preview: Preview
  said: Said
  onSay: (said: Partial<Said>) => void
}) {
  const { t } = useTranslation()
  const { target, preview, said, onSay } = given
  const stageWords = 'stageWords' in preview ? preview.stageWords : []
  return (
    <>
      {preview.unclear.length > 0 && (
        <Part title={t('import.decimals')}>
          <DecimalQuestions
            unclear={preview.unclear}
            onSay={(decimals) => onSay({ decimals: [...said.decimals, ...decimals] })}
          />
        </Part>
      )}
      {preview.errors.length > 0 && (
        <Part title={t('import.errors')}>
          <ImportErrors preview={preview} />
        </Part>
      )}
      <Part title={t('import.columns')}>
        <ColumnMap target={target} columns={preview.columns} onChange={(mapping) => onSay({ mapping })} />
      </Part>
      {stageWords.length > 0 && (
        <Part title={t('import.stages')}>
          <StageWords
            words={stageWords}
            onChange={(word, stage) =>
              onSay({ stageWords: [...said.stageWords.filter((one) => one.word !== word), { word, stage }] })
            }
          />
        </Part>
      )}
      {preview.preview.length > 0 && (
        <Part title={t('import.preview')}>
          <PreviewRows preview={preview} />
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
