import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Sentence } from '../../design/sentence.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { SelectBox } from '../businesses/bulk/select-box.tsx'
import { useMay } from '../identity/use-may.ts'
import { CheckMark } from './check-mark.tsx'
import { CHECKS, groupHref, standingOf, type BoardRow, type Check } from './closing-words.ts'
import { StateWords } from './state-words.tsx'
import type { Chosen } from './use-chosen.ts'

/** A book a row, a check a column. On phones a row is a block, and names each check itself. */
export function BoardRows(given: {
  rows: BoardRow[] | undefined
  month: string
  /** Undefined for whoever may close nothing. */
  chosen: Chosen | undefined
}) {
  const { t } = useTranslation()
  const { rows, month, chosen } = given
  const columns = [
    { key: 'entity', title: t('banking.entity') },
    { key: 'state', title: t('closing.stateTitle') },
    ...CHECKS.map((key) => ({ key, title: t(`closing.check.${key}`) })),
  ]
  return (
    <Box sx={EVEN}>
      <LedgerRows label={t('closing.board')} columns={columns}>
        {rows?.map((row) => (
          <Row key={row.id} row={row} month={month} chosen={chosen} />
        ))}
      </LedgerRows>
    </Box>
  )
}

function Row({ row, month, chosen }: { row: BoardRow; month: string; chosen: Chosen | undefined }) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const { id, entity, currency, checks, closesFrom } = row
  const to = addressOf({ book: id })
  const mayReadGroup = useMay('group.read')
  const group = mayReadGroup ? groupHref(row, month) : undefined
  return (
    <tr>
      <td>
        <Box sx={{ display: 'flex', gap: 4, alignItems: 'flex-start' }}>
          {chosen && (
            <Box sx={{ pt: '2px' }}>
              <SelectBox
                label={t('closing.select', { name: entity.name })}
                isOn={chosen.rows.has(id)}
                onToggle={() => chosen.toggle(row)}
              />
            </Box>
          )}
          <div>
            <Box component={Link} to={to} sx={{ ...DRILL, fontWeight: 500 }}>
              {entity.name}
            </Box>
            <Box sx={SECOND_LINE}>{currency}</Box>
          </div>
        </Box>
      </td>
      <Box component="td" sx={{ mt: { xs: 1, sm: 0 } }}>
        <StateWords row={row} />
        {closesFrom !== null && closesFrom < month && (
          <Box sx={SECOND_LINE}>{t('closing.closesAlong', { from: closesFrom })}</Box>
        )}
      </Box>
      {CHECKS.map((name) => (
        <CheckCell
          key={name}
          check={checks.find(({ check }) => check === name)}
          to={name === 'intercompany' ? (group ?? to) : to}
        />
      ))}
    </tr>
  )
}

function CheckCell({ check, to }: { check: Check | undefined; to: string }) {
  const { t } = useTranslation()
  return (
    <Box component="td" sx={{ gridColumn: '1 / -1', mt: { xs: 1, sm: 0 } }}>
      {check && (
        <>
          <Box component="span" sx={{ display: { sm: 'none' }, color: 'text.secondary' }}>
            {t(`closing.check.${check.check}`)}{' '}
          </Box>
          <CheckMark check={check} to={check.isMet ? undefined : to} />
          {standingOf(check) === 'blocked' && (
            <Box sx={{ ...SECOND_LINE, ...WORDS }}>
              <Sentence>{check.says}</Sentence>
            </Box>
          )}
        </>
      )}
    </Box>
  )
}

/** Columns of one width: what is read down stays in its place, however much a check has to say. */
const EVEN = {
  '& > table': { tableLayout: { sm: 'fixed' } },
  '& th:first-of-type': { width: { sm: '22%' } },
  '& th:nth-of-type(2)': { width: { sm: '18%' } },
} as const
/**
 * Only of what is computed and stands in the way: what everybody has to look at each month is said in the panel, and not in every row. The
 * first lines, and all of it in the panel: rows of many books stay comparable.
 */
const WORDS = {
  display: '-webkit-box',
  WebkitLineClamp: '3',
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'break-word',
} as const
