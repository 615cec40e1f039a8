import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages, type Output, type Row } from '../../api.ts'
import { CopyId } from '../../design/copy-id.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { fieldsOf } from './audit-words.ts'

type Change = Row<'audit.list-changes'>

/** What a line changed, row by row: the first ten with the line, and the rest page by page when they are asked for. */
export function AuditChanges(given: {
  line: Output<'audit.get-line'>
  onNarrow: (subjectId: string) => void
}) {
  const { t } = useTranslation()
  const { line, onNarrow } = given
  const [isAll, setAll] = useState(false)
  if (line.changeCount === 0) return <Box sx={{ px: 5, pb: 5, ...SECOND_LINE }}>{t('audit.noChanges')}</Box>
  if (isAll) return <AllChanges lineId={line.id} onNarrow={onNarrow} />
  return (
    <>
      <Changes changes={line.changes} onNarrow={onNarrow} />
      {line.changeCount > line.changes.length && (
        <Button onClick={() => setAll(true)} sx={{ mx: 3, my: 2 }}>
          {t('audit.allChanges', { count: line.changeCount })}
        </Button>
      )}
    </>
  )
}

function AllChanges({ lineId, onNarrow }: { lineId: string; onNarrow: (subjectId: string) => void }) {
  const { t } = useTranslation()
  const {
    rows = [],
    hasMore,
    more,
    isFetching,
    problem,
    again,
  } = usePages('audit.list-changes', {
    lineId,
    limit: 100,
  })
  return (
    <>
      <Changes changes={rows} onNarrow={onNarrow} />
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {hasMore && (
        <Button onClick={more} disabled={isFetching} sx={{ mx: 3, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
    </>
  )
}

function Changes({ changes, onNarrow }: { changes: Change[]; onNarrow: (subjectId: string) => void }) {
  const { t } = useTranslation()
  return changes.map(({ place, subjectId, before, after }) => (
    <Box key={place} sx={{ px: 5, pb: 4, borderBottom: '1px solid var(--mui-palette-divider)', pt: 2 }}>
      {subjectId && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, alignItems: 'center' }}>
          <CopyId id={subjectId} />
          <Button onClick={() => onNarrow(subjectId)}>{t('audit.allOfSubject')}</Button>
        </Box>
      )}
      <Box component="table" sx={TABLE}>
        <thead>
          <tr>
            <th scope="col">{t('audit.field')}</th>
            <th scope="col">{t('audit.before')}</th>
            <th scope="col">{t('audit.after')}</th>
          </tr>
        </thead>
        <tbody>
          {fieldsOf(before, after).map((field) => (
            <tr key={field.name}>
              <td>{field.name}</td>
              <td>{field.before ?? t('audit.empty')}</td>
              <td>{field.after ?? t('audit.empty')}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  ))
}

const TABLE = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  fontSize: 12,
  lineHeight: '16px',
  '& th': { fontWeight: 500, fontSize: 11, color: 'text.secondary', textAlign: 'left' },
  '& th, & td': { py: 1, pr: 2, verticalAlign: 'top', overflowWrap: 'anywhere' },
  '& td': { borderTop: '1px solid var(--mui-palette-divider)' },
} as const
