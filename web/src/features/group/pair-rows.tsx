import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { formatMoney } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { Sentence } from '../../design/sentence.tsx'
import { NUMBER } from '../banking/figure-rows.tsx'
import { useWhole } from '../businesses/use-all-rows.ts'

/** What was posted in two books at once, each side with the way to its entry. */
export function PairRows({ rows }: { rows: Row<'group.list-pairs'>[] | undefined }) {
  const { t } = useTranslation()
  const { rows: books } = useWhole(usePages('ledger.list-books', { limit: 200 }))
  const bookOf = new Map(books.map(({ id, entity }) => [entity.id, id]))
  const columns = [
    { key: 'memo', title: t('banking.memo') },
    { key: 'sides', title: t('group.sides') },
    { key: 'amount', title: t('banking.amount'), isNumber: true },
    { key: 'kind', title: t('group.pairKind'), isWideOnly: true },
    { key: 'day', title: t('banking.day'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('group.pairs')} columns={columns}>
      {rows?.map((pair) => (
        <tr key={pair.id}>
          <td>
            <Box sx={{ fontWeight: 500 }}>{pair.memo}</Box>
            {pair.agreement !== null && <Box sx={SECOND_LINE}>{pair.agreement}</Box>}
          </td>
          <td>
            <EntryLink side={pair.from} entryId={pair.fromEntryId} bookId={bookOf.get(pair.from.id)} />
            {' → '}
            <EntryLink side={pair.to} entryId={pair.toEntryId} bookId={bookOf.get(pair.to.id)} />
            <Box component="span" sx={{ display: { sm: 'none' } }}>
              <Sentence>{` · ${t(`group.pairKinds.${pair.kind}`)} · ${pair.effectiveOn}`}</Sentence>
            </Box>
          </td>
          <Box
            component="td"
            sx={{ ...NUMBER, '&&': { textAlign: 'right', gridRow: { xs: 1 }, gridColumn: { xs: 2 } } }}
          >
            {formatMoney(pair.amount, pair.currency)}
          </Box>
          <Box component="td" sx={WIDE_ONLY}>
            {t(`group.pairKinds.${pair.kind}`)}
          </Box>
          <Box component="td" sx={WIDE_ONLY}>
            {pair.effectiveOn}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}

function EntryLink(given: { side: { name: string }; entryId: string; bookId: string | undefined }) {
  const { side, entryId, bookId } = given
  if (bookId === undefined) return side.name
  return (
    <Box component={Link} to={`/banking/${bookId}/entries?open=${entryId}`} sx={DRILL}>
      {side.name}
    </Box>
  )
}
