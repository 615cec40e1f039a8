import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import { useRead } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'

/** An account that is known by its id alone: its statement in the book that it stands in. */
export function AccountByItself() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const { data, problem, again } = useRead('ledger.list-accounts', { ids: [accountId] })
  if (problem) return <Refused {...{ problem, again }} />
  if (!data) return <Skeleton height={12} width="40%" sx={{ m: 6 }} />
  const [account] = data.items
  if (!account) return <EmptyState title={t('banking.noSuchAccount')} detail="" />
  return <Navigate replace to={`/banking/${account.bookId}/accounts/${account.id}`} />
}

/** The same of an entry: among the entries of its book, with its panel open. */
export function EntryByItself() {
  const { entryId = '' } = useParams()
  const { data: entry, problem, again } = useRead('ledger.get-entry', { entryId })
  if (problem) return <Refused {...{ problem, again }} />
  if (!entry) return <Skeleton height={12} width="40%" sx={{ m: 6 }} />
  return <Navigate replace to={`/banking/${entry.bookId}/entries?open=${entry.id}`} />
}

function Refused({
  problem,
  again,
}: {
  problem: Parameters<typeof ProblemNotice>[0]['problem']
  again: () => void
}) {
  return (
    <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
      <ProblemNotice problem={problem} onRetry={again} />
    </Box>
  )
}
