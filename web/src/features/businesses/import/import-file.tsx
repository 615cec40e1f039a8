import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import type { ChosenFile } from './chosen-file.ts'
import type { Mapping } from './column-map.tsx'
import { EntityOfRows } from './entity-of-rows.tsx'
import { ImportVerdict } from './import-verdict.tsx'
import { PreviewParts } from './preview-parts.tsx'
import { usePreview, type ImportInput } from './use-preview.ts'

/** What the file would become, and everything that can be said about it; then it is done, or left. */
export function ImportFile(given: {
  file: ChosenFile
  onLeave: () => void
  onBegun: (runId: string) => void
}) {
  const { t } = useTranslation()
  const { file, onLeave, onBegun } = given
  const [mapping, setMapping] = useState<Mapping>()
  const [stageWords, setStageWords] = useState<NonNullable<ImportInput['stageWords']>>([])
  const [entityId, setEntityId] = useState('')
  const input = useMemo(
    (): ImportInput => ({
      csv: file.csv,
      fileName: file.name,
      stageWords,
      ...(mapping && { mapping }),
      ...(entityId && { entityId }),
    }),
    [file, mapping, stageWords, entityId],
  )
  const { preview, isTrying, problem } = usePreview(input)
  const { send, isSending, problem: refusal } = useWrite('businesses.import-businesses')
  const begin = async () => {
    const begun = await send({ ...input, onErrors: preview?.leftOut ? 'leave-out' : 'refuse' })
    if (begun?.runId) onBegun(begun.runId)
  }
  const told = refusal ?? problem
  return (
    <>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: { xs: 4, sm: 6 }, py: 3 }}>
          <Typography variant="h3" component="p" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {file.name}
          </Typography>
          <Button onClick={onLeave}>{t('import.another')}</Button>
        </Box>
        {told && (
          <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4, maxWidth: 720 }}>
            <ProblemNotice problem={told} />
          </Box>
        )}
        <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4 }}>
          <EntityOfRows value={entityId} onChange={setEntityId} />
        </Box>
        {preview && (
          <PreviewParts
            preview={preview}
            onMap={setMapping}
            onStageWord={(one) =>
              setStageWords((said) => [...said.filter(({ word }) => word !== one.word), one])
            }
          />
        )}
      </Box>
      {(isTrying || !problem) && (
        <ImportVerdict
          preview={preview}
          isTrying={isTrying}
          isSending={isSending}
          onImport={() => void begin()}
        />
      )}
    </>
  )
}
