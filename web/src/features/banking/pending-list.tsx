import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatInstant, formatMoney } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { Sentence } from '../../design/sentence.tsx'
import type { Book } from './banking-words.ts'
import { NUMBER } from './figure-rows.tsx'
import { FILTERS, ListBody } from './list-body.tsx'
import { UnpostedSums } from './unposted-sums.tsx'
import { useQueryPlace } from './use-query-place.ts'

const STATES = ['open', 'expired', 'posted', 'voided'] as const

/** What waits to be posted: until when, and what it holds. What became of others is one choice away. */
export function PendingList({ book }: { book: Book }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const state = STATES.find((one) => one === get('state')) ?? 'open'
  const list = usePages('ledger.list-pending', { bookId: book.id, state, limit: 50 })
  const empty = state === 'open' ? 'none' : 'noneSettled'
  return (
    <>
      <Box sx={FILTERS}>
        <Choice
          label={t('pending.stateTitle')}
          value={state}
          isMarked={state !== 'open'}
          options={STATES.map((value) => ({ value, label: t(`pending.state.${value}`) }))}
          onChange={(value) => put({ state: value === 'open' ? '' : value })}
        />
      </Box>
      <ListBody
        list={list}
        total={(count) => t('pending.total', { count })}
        empty={<EmptyState title={t(`pending.${empty}.title`)} detail={t(`pending.${empty}.detail`)} />}
      >
        <PendingRows rows={list.rows} />
      </ListBody>
    </>
  )
}

function PendingRows({ rows }: { rows: Row<'ledger.list-pending'>[] | undefined }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const columns = [
    { key: 'memo', title: t('banking.memo') },
    { key: 'until', title: t('pending.until') },
    { key: 'amount', title: t('banking.amount'), isNumber: true },
    { key: 'holds', title: t('pending.holds'), isWideOnly: true },
  ]
  return (
    <LedgerRows label={t('pending.title')} columns={columns}>
      {rows?.map(({ id, memo, effectiveOn, actor, expiresAt, sums, holds }) => (
        <tr key={id}>
          <td>
            <Box component={Link} to={addressOf({ pending: id })} sx={{ ...DRILL, fontWeight: 500 }}>
              {memo}
            </Box>
            <Box sx={SECOND_LINE}>
              <Sentence>
                {[effectiveOn, actor.name ?? t(`banking.software.${actor.kind}`)].join(' · ')}
              </Sentence>
            </Box>
          </td>
          <Box component="td" sx={{ whiteSpace: 'nowrap', fontFeatureSettings: "'tnum', 'zero'" }}>
            <Box component="span" sx={{ display: { sm: 'none' }, color: 'text.secondary' }}>
              {t('pending.until')}{' '}
            </Box>
            {formatInstant(expiresAt)}
          </Box>
          <Box
            component="td"
            sx={{ ...NUMBER, '&&': { textAlign: 'right', gridRow: { xs: 1 }, gridColumn: { xs: 2 } } }}
          >
            <UnpostedSums sums={sums} />
          </Box>
          <Box component="td" sx={WIDE_ONLY}>
            {holds.map(({ account, amount, currency }) => (
              <Box key={account.id}>
                {formatMoney(amount, currency)} · {account.code} {account.name}
              </Box>
            ))}
            {holds.length === 0 && <span title={t('pending.holdsNothing')}>—</span>}
          </Box>
        </tr>
      ))}
    </LedgerRows>
  )
}
