import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatInstant } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import type { Book } from './banking-words.ts'
import { NUMBER } from './figure-rows.tsx'
import { ListBody } from './list-body.tsx'
import { UnpostedSums } from './unposted-sums.tsx'

/** What somebody still works on: each leads back into the form, filled. */
export function DraftsList({ book }: { book: Book }) {
  const { t } = useTranslation()
  const list = usePages('ledger.list-drafts', { bookId: book.id, state: 'open', limit: 50 })
  return (
    <ListBody
      list={list}
      total={(count) => t('drafts.total', { count })}
      empty={
        <EmptyState title={t('drafts.none.title')} detail={t('drafts.none.detail')}>
          <Button variant="contained" component={Link} to={`/banking/${book.id}/new`}>
            {t('banking.newEntry')}
          </Button>
        </EmptyState>
      }
    >
      <DraftRows rows={list.rows} />
    </ListBody>
  )
}

function DraftRows({ rows }: { rows: Row<'ledger.list-drafts'>[] | undefined }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'memo', title: t('banking.memo') },
    { key: 'day', title: t('banking.day') },
    { key: 'amount', title: t('banking.debit'), isNumber: true },
    { key: 'changed', title: t('drafts.changedAt'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('drafts.title')} columns={columns}>
      {rows?.map(({ id, bookId, memo, lineCount, actor, effectiveOn, sums, changedAt }) => (
        <tr key={id}>
          <td>
            <Box
              component={Link}
              to={`/banking/${bookId}/new?draft=${id}`}
              sx={{ ...DRILL, fontWeight: 500 }}
            >
              {memo || t('drafts.noMemo')}
            </Box>
            <Box sx={SECOND_LINE}>
              {[
                t('banking.lineCount', { count: lineCount }),
                actor.name ?? t(`banking.software.${actor.kind}`),
              ].join(' · ')}
            </Box>
          </td>
          <Box component="td" sx={{ whiteSpace: 'nowrap', fontFeatureSettings: "'tnum', 'zero'" }}>
            {effectiveOn ?? <span title={t('drafts.noDayReason')}>—</span>}
          </Box>
          <Box
            component="td"
            sx={{ ...NUMBER, '&&': { textAlign: 'right', gridRow: { xs: 1 }, gridColumn: { xs: 2 } } }}
          >
            <UnpostedSums sums={sums} />
          </Box>
          <Box component="td" sx={WIDE_ONLY}>
            {formatInstant(changedAt)}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}
