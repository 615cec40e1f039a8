import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '../../design/empty-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { useMay } from '../identity/use-may.ts'
import { useQueryPlace } from '../banking/use-query-place.ts'
import type { BookFile } from './book-files.ts'
import { CheckBooks } from './check-books.tsx'
import { ChooseBooks } from './choose-books.tsx'
import { ImportOutcome } from './import-outcome.tsx'

/** Books from other programs: choose their exports, see them tie out, post them, and see it in the books (`?import=bki_…`). */
export function ImportBooksRoom() {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const [files, setFiles] = useState<BookFile[]>()
  const importId = get('import')
  const mayPost = useMay('ledger.post')
  return (
    <Box sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={t('migration.title')}>
        <Button component={Link} to="/banking">
          {t('migration.back')}
        </Button>
      </PageHeader>
      {importId !== '' && (
        <ImportOutcome
          key={importId}
          importId={importId}
          onAgain={() => {
            setFiles(undefined)
            put({ import: '', company: '' })
          }}
        />
      )}
      {importId === '' && !mayPost && (
        <EmptyState title={t('migration.mayNot.title')} detail={t('migration.mayNot.detail')} />
      )}
      {importId === '' && mayPost && !files && <ChooseBooks onChosen={setFiles} />}
      {importId === '' && mayPost && files && (
        <CheckBooks
          files={files}
          onLeave={() => {
            setFiles(undefined)
            put({ company: '' })
          }}
          onBegun={(begun) => put({ import: begun, company: '' })}
        />
      )}
    </Box>
  )
}
