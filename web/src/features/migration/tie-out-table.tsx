import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { decimalOf, minorOf } from '#kernel/money.ts'
import { formatAmount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { FigureRows, NUMBER } from '../banking/figure-rows.tsx'

export interface TieOutRow {
  code: string
  name: string
  accountId: string | null
  sources: string[]
  source: string
  ours: string
  difference: string
  /** Before posting: whether it is to be made. */
  isNew?: boolean
}

/** Each account as the source has it, as our book has it, and what lies between: nothing, or it is marked. */
export function TieOutTable(given: {
  title: string
  currency: string
  bookId: string | null
  asOf: string
  rows: readonly TieOutRow[]
  /** Debits of the source less its credits: what no account is off by, and the whole is. */
  imbalance?: string | null
}) {
  const { t } = useTranslation()
  const { title, currency, bookId, asOf, rows, imbalance } = given
  const columns = [
    { key: 'account', title: t('migration.account') },
    { key: 'theirs', title: `${t('migration.theirs')}, ${currency}`, isNumber: true },
    { key: 'ours', title: t('migration.ours'), isNumber: true },
    { key: 'difference', title: t('migration.difference'), isNumber: true },
  ]
  return (
    <Box component="section" aria-label={title} sx={{ pb: 6 }}>
      <Typography variant="h3" sx={{ px: { xs: 4, sm: 6 }, pb: 2 }}>
        {title}
      </Typography>
      <FigureRows label={title} columns={columns}>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.code} ${row.name}`}>
              <td>
                <AccountName
                  row={row}
                  to={bookId === null ? undefined : `/banking/${bookId}/accounts`}
                  asOf={asOf}
                />
              </td>
              <Figures row={row} currency={currency} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('migration.total')}</td>
            <Figures row={totalOf(rows, currency)} currency={currency} />
          </tr>
          {imbalance && /[1-9]/.test(imbalance) && (
            <tr>
              <td colSpan={columns.length - 1}>
                {t(imbalance.startsWith('-') ? 'migration.creditsMore' : 'migration.debitsMore')}
              </td>
              <Box component="td" sx={{ ...NUMBER, ...APART }}>
                {formatAmount(imbalance.replace('-', ''), currency)}
              </Box>
            </tr>
          )}
        </tfoot>
      </FigureRows>
    </Box>
  )
}

/** Its name here, which leads to its lines; and what the source calls it, where that is another name. */
function AccountName({ row, to, asOf }: { row: TieOutRow; to: string | undefined; asOf: string }) {
  const { t } = useTranslation()
  const { sources, isNew = false, name, code, accountId } = row
  const other = sources.filter((one) => ![name, code + name].map(plain).includes(plain(one)))
  const words = [
    ...(sources.length === 0 ? [t('migration.onlyHere')] : other),
    ...(isNew ? [t('migration.isNew')] : []),
  ]
  return (
    <>
      {accountId !== null && to !== undefined ? (
        <Box component={Link} to={`${to}/${accountId}?to=${asOf}`} sx={DRILL}>
          {code} {name}
        </Box>
      ) : (
        `${code} ${name}`
      )}
      {words.length > 0 && <Box sx={SECOND_LINE}>{words.join(' · ')}</Box>}
    </>
  )
}

/** Marks between code and name make no other name of it. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function Figures({
  row,
  currency,
}: {
  row: Pick<TieOutRow, 'source' | 'ours' | 'difference'>
  currency: string
}) {
  const isEven = !/[1-9]/.test(row.difference)
  return (
    <>
      <Box component="td" sx={NUMBER}>
        {formatAmount(row.source, currency)}
      </Box>
      <Box component="td" sx={NUMBER}>
        {formatAmount(row.ours, currency)}
      </Box>
      <Box component="td" sx={{ ...NUMBER, ...(isEven ? { color: 'text.secondary' } : APART) }}>
        {formatAmount(row.difference, currency)}
      </Box>
    </>
  )
}

const APART = { color: 'error.main', fontWeight: 600 } as const

function totalOf(rows: readonly TieOutRow[], currency: string) {
  const sum = (of: 'source' | 'ours' | 'difference') =>
    decimalOf(
      rows.reduce((total, row) => {
        const read = minorOf(row[of], currency)
        return 'minor' in read ? total + read.minor : total
      }, 0n),
      currency,
    )
  return { source: sum('source'), ours: sum('ours'), difference: sum('difference') }
}
