import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatAmount } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { changeOf, isNothing, shareText, signedText } from './change-of.ts'
import { linesOf, type StatementLine } from './lines-of.ts'
import { FOLD, indentOf, rowStyle, STATEMENT_TABLE, widthFor } from './statement-table-style.ts'
import type { StatementRow } from './statement-words.ts'

interface Ruled {
  currency: string
  /** What stands above each amount of a row; a column that is empty says why, once in the place of all its amounts. */
  heads: readonly { key: string; title: React.ReactNode; emptyBecause?: string | null }[]
  onFold: (key: string) => void
  /** Where the amount in this column leads. */
  hrefOf: (row: StatementRow, at: number) => string | undefined
  /** In small print below the words of a row. */
  noteOf?: (row: StatementRow) => string | undefined
  /** Two amounts are set against each other: how far the first lies from the second. */
  isCompared?: boolean
}

/** A statement, ruled: words stay in sight while its columns move beneath them, captions fold, and amounts lead to what they are made of. */
export function RuledStatement(
  given: Ruled & {
    label: string
    rows: readonly StatementRow[]
    folded: ReadonlySet<string>
  },
) {
  const { t } = useTranslation()
  const { label, rows, folded, currency, heads, isCompared = false } = given
  const lines = linesOf(rows, folded)
  return (
    <Box component="section" tabIndex={0} aria-label={label} sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        aria-label={label}
        sx={STATEMENT_TABLE}
        style={widthFor(heads.length + (isCompared ? 2 : 0))}
      >
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            {heads.map(({ key, title }) => (
              <th scope="col" key={key}>
                {title}
              </th>
            ))}
            {isCompared && (
              <>
                <th scope="col">{t('statements.change')}</th>
                <th scope="col">{t('statements.changeShare')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <RuledRow key={line.row.key} line={line} ruled={given} lines={lines} />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

function RuledRow({ line, ruled, lines }: { line: StatementLine; ruled: Ruled; lines: StatementLine[] }) {
  const { row, foldKey, isFolded, depth } = line
  const { heads, currency, onFold, hrefOf, noteOf, isCompared } = ruled
  const note = noteOf?.(row)
  return (
    <Box component="tr" sx={rowStyle(row.kind, { isLast: line === lines.at(-1) })}>
      <Box component="th" scope="row" sx={indentOf(depth)}>
        {foldKey === undefined ? (
          row.label
        ) : (
          <ButtonBase aria-expanded={!isFolded} onClick={() => onFold(foldKey)} sx={FOLD}>
            {row.label}
            <Icon name="chevron" size={12} />
          </ButtonBase>
        )}
        {note !== undefined && <Box sx={SECOND_LINE}>{note}</Box>}
      </Box>
      {heads.map(({ key, emptyBecause }, at) => {
        if (typeof emptyBecause === 'string') {
          return (
            line === lines[0] && (
              <Box component="td" key={key} rowSpan={lines.length} sx={WHY_EMPTY}>
                {emptyBecause}
              </Box>
            )
          )
        }
        return (
          <Box component="td" key={key} sx={at < heads.length - 1 ? NOT_LAST : undefined}>
            <Figure amount={row.amounts[at] ?? ''} currency={currency} to={hrefOf(row, at)} />
          </Box>
        )
      })}
      {isCompared && <Change amounts={row.amounts} currency={currency} />}
    </Box>
  )
}

function Figure({ amount, currency, to }: { amount: string; currency: string; to: string | undefined }) {
  const text = formatAmount(amount, currency)
  if (to !== undefined) {
    return (
      <Box component={Link} to={to} sx={{ ...DRILL, ...(isNothing(amount) && { color: 'text.secondary' }) }}>
        {text}
      </Box>
    )
  }
  if (!isNothing(amount)) return text
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {text}
    </Box>
  )
}

function Change({ amounts, currency }: { amounts: readonly string[]; currency: string }) {
  const { t } = useTranslation()
  const { amount, share } = changeOf(amounts, currency)
  return (
    <>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        {signedText(amount, currency)}
      </Box>
      <Box component="td" sx={{ color: 'text.secondary' }}>
        {share === null ? <span title={t('statements.noShareReason')}>—</span> : shareText(share)}
      </Box>
    </>
  )
}

/** Where the cell of an empty column reaches over all rows, most rows end before it. */
const NOT_LAST = { '&&&': { pr: { xs: 2, sm: 3 } } } as const

const WHY_EMPTY = {
  '&&&': { whiteSpace: 'normal', textAlign: 'left', fontWeight: 400 },
  minWidth: 140,
  color: 'text.secondary',
} as const
