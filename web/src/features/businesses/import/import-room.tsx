import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { EmptyState } from '../../../design/empty-state.tsx'
import { PageHeader } from '../../../design/page-header.tsx'
import { useMay } from '../../identity/use-may.ts'
import { ChooseFile } from './choose-file.tsx'
import type { ChosenFile } from './chosen-file.ts'
import { ImportFile } from './import-file.tsx'
import { ImportRun } from './import-run.tsx'
import { TargetTabs } from './target-tabs.tsx'
import { isTarget, PERMISSIONS } from './targets.ts'

/**
 * Rows out of a file or a spreadsheet: say what they are (`?of=values`), choose or paste them, look at what would become of
 * them, watch them come in (`?run=run_…`).
 */
export function ImportRoom() {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const [file, setFile] = useState<ChosenFile>()
  const [runId, of] = [query.get('run'), query.get('of')]
  const target = isTarget(of) ? of : 'businesses'
  const mayImport = useMay(PERMISSIONS[target])
  const place: Record<string, string> = target === 'businesses' ? {} : { of: target }
  return (
    <Box sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={t('import.title')}>
        <Button component={Link} to="/businesses">
          {t('import.back')}
        </Button>
      </PageHeader>
      <TargetTabs here={target} />
      {runId !== null && (
        <ImportRun
          target={target}
          runId={runId}
          onAgain={() => {
            setFile(undefined)
            setQuery(place)
          }}
        />
      )}
      {runId === null && !mayImport && (
        <EmptyState
          title={t('import.mayNot.title')}
          detail={t('import.mayNot.detail', { permission: PERMISSIONS[target] })}
        />
      )}
      {runId === null && mayImport && !file && <ChooseFile target={target} onChosen={setFile} />}
      {runId === null && mayImport && file && (
        <ImportFile
          key={target}
          target={target}
          file={file}
          onLeave={() => setFile(undefined)}
          onBegun={(begun) => setQuery({ ...place, run: begun })}
        />
      )}
    </Box>
  )
}
