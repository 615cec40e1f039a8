import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { PageHeader } from '../../../design/page-header.tsx'
import { ChooseFile } from './choose-file.tsx'
import type { ChosenFile } from './chosen-file.ts'
import { ImportFile } from './import-file.tsx'
import { ImportRun } from './import-run.tsx'

/** Businesses out of a file: choose it, look at what would become of it, watch it come in (`?run=run_…`). */
export function ImportRoom() {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const [file, setFile] = useState<ChosenFile>()
  const runId = query.get('run')
  return (
    <Box sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={t('import.title')}>
        <Button component={Link} to="/businesses">
          {t('import.back')}
        </Button>
      </PageHeader>
      {runId !== null && (
        <ImportRun
          runId={runId}
          onAgain={() => {
            setFile(undefined)
            setQuery({})
          }}
        />
      )}
      {runId === null && !file && <ChooseFile onChosen={setFile} />}
      {runId === null && file && (
        <ImportFile
          file={file}
          onLeave={() => setFile(undefined)}
          onBegun={(begun) => setQuery({ run: begun })}
        />
      )}
    </Box>
  )
}
