import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatAmount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { NUMBER } from '../banking/figure-rows.tsx'
import { PANEL_FIGURES } from '../statements/panel-figures.ts'
import { useMay } from '../identity/use-may.ts'
import { groupHref, type BoardRow } from './closing-words.ts'

/** Where this book and one of its group do not say the same, with the lines behind it. */
export function DifferenceRows({ row, month }: { row: BoardRow; month: string }) {
  const { t } = useTranslation()
  const mayReadGroup = useMay('group.read')
  const { id, differences } = row
  const group = mayReadGroup ? groupHref(row, month) : undefined
  if (differences.length === 0) return null
  return (
    <>
      <Box component="table" aria-label={t('closing.differences')} sx={{ ...PANEL_FIGURES, ...FLUSH }}>
        <thead>
          <tr>
            <th scope="col">{t('closing.partner')}</th>
            <th scope="col">{t('closing.ours')}</th>
            <th scope="col">{t('closing.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ partner, of, currency, ours, theirs }) => (
            <tr key={`${partner?.id} ${of} ${currency}`}>
              <th scope="row">
                {partner === null ? t('closing.noPartner') : (partner.name ?? partner.id)}
                <Box sx={SECOND_LINE}>{`${t(`closing.of.${of}`)} · ${currency}`}</Box>
              </th>
              <Box component="td" sx={NUMBER}>
                {formatAmount(ours, currency)}
              </Box>
              <Box component="td" sx={NUMBER}>
                {theirs === null ? (
                  <span title={t('closing.noTheirs')}>—</span>
                ) : (
                  formatAmount(theirs, currency)
                )}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
      <div>
        <Box component={Link} to={group ?? `/banking/${id}/accounts`} sx={DRILL}>
          {t(group === undefined ? 'closing.toAccounts' : 'closing.toGroup')}
        </Box>
      </div>
    </>
  )
}

/** It stands in a line that has the edges of the panel already. */
const FLUSH = {
  '& th:first-of-type': { pl: 0, textAlign: 'left' },
  '& td:last-of-type, & thead th:last-of-type': { pr: 0 },
  '& tbody tr:last-of-type': { fontWeight: 400, '& th, & td': { fontWeight: 400 } },
} as const
