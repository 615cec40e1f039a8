import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatAmount, formatMoney } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { NUMBER } from '../banking/figure-rows.tsx'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { accountHref, keyOf } from './disagreement-panel.tsx'
import type { Disagreement } from './group-words.ts'

/** Two entities, what either has booked of the other, and by how much the first has more. */
export function DisagreementRows({ rows, asOf }: { rows: Disagreement[] | undefined; asOf: string }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'pair', title: t('group.pair') },
    { key: 'topic', title: t('group.topic') },
    { key: 'first', title: t('group.firstSays'), isWideOnly: true, isNumber: true },
    { key: 'second', title: t('group.secondSays'), isWideOnly: true, isNumber: true },
    { key: 'difference', title: t('group.difference'), isNumber: true },
  ]
  return (
    <LedgerRows label={t('group.disagreements')} columns={columns}>
      {rows?.map((row) => (
        <DisagreementRow key={keyOf(row)} row={row} asOf={asOf} />
      ))}
    </LedgerRows>
  )
}

function DisagreementRow({ row, asOf }: { row: Disagreement; asOf: string }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const { first, second, topic, currency, difference } = row
  const open = addressOf({ pair: keyOf(row), new: '' })
  return (
    <tr>
      <td>
        <Box component={Link} to={open} sx={{ ...DRILL, fontWeight: 500 }}>
          {t('group.andOther', { first: first.entity.name, second: second.entity.name })}
        </Box>
        <Box sx={{ ...SECOND_LINE, display: { sm: 'none' } }}>
          {`${formatAmount(first.amount, currency)} · ${formatAmount(second.amount, currency)}`}
        </Box>
      </td>
      <td>{t(`group.topics.${topic}`)}</td>
      <SideCell side={first} partnerId={second.entity.id} {...{ row, asOf, open }} />
      <SideCell side={second} partnerId={first.entity.id} {...{ row, asOf, open }} />
      <Box
        component="td"
        sx={{ ...NUMBER, '&&': { textAlign: 'right', gridRow: { xs: 1 }, gridColumn: { xs: 2 } } }}
      >
        {formatMoney(difference, currency)}
      </Box>
    </tr>
  )
}

/** Where one account has it all, it leads to its lines; where there are several, to the list of these. */
function SideCell(given: {
  side: Disagreement['first']
  partnerId: string
  row: Disagreement
  asOf: string
  open: string
}) {
  const { t } = useTranslation()
  const { side, partnerId, row, asOf, open } = given
  const [only, ...more] = side.accountIds
  const lines =
    only === undefined || side.bookId === null
      ? undefined
      : accountHref({ bookId: side.bookId, accountId: only, partnerId, asOf })
  const text = formatAmount(side.amount, row.currency)
  return (
    <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
      {lines === undefined ? (
        <span title={t('group.nothingBooked', { name: side.entity.name })}>{text}</span>
      ) : (
        <Box component={Link} to={more.length === 0 ? lines : open} sx={DRILL}>
          {text}
        </Box>
      )}
    </Box>
  )
}
