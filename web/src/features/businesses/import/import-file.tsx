import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import type { ChosenFile } from './chosen-file.ts'
import { NOTHING_SAID, importInput } from './import-input.ts'
import { ImportVerdict } from './import-verdict.tsx'
import { PreviewParts } from './preview-parts.tsx'
import { RestOfRows } from './rest-of-rows.tsx'
import { SourceFacts } from './source-facts.tsx'
import { OPERATIONS, type ImportTarget } from './targets.ts'
import { usePreview } from './use-preview.ts'

/** What the file would become, and everything that can be said about it; then it is done, or left. */
export function ImportFile(given: {
  target: ImportTarget
  file: ChosenFile
  onLeave: () => void
  onBegun: (runId: string) => void
}) {
  const { t } = useTranslation()
  const { target, file, onLeave, onBegun } = given
  const [said, setSaid] = useState(NOTHING_SAID)
  const say = (more: Partial<typeof said>) => setSaid((before) => ({ ...before, ...more }))
  const input = useMemo(() => importInput(target, file, said), [target, file, said])
  const { preview, isTrying, problem } = usePreview(target, input)
  const { send, isSending, problem: refusal } = useWrite(OPERATIONS[target])
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
        {preview && <SourceFacts preview={preview} onSay={say} />}
        <RestOfRows target={target} said={said} onSay={say} />
        {preview && <PreviewParts target={target} preview={preview} said={said} onSay={say} />}
      </Box>
      {(isTrying || !problem) && (
        <ImportVerdict
          target={target}
          preview={preview}
          isTrying={isTrying}
          isSending={isSending}
          onImport={() => void begin()}
        />
      )}
    </>
  )
}
