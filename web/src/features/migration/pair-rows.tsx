import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { formatAmount } from '../../design/format.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { FigureRows, NUMBER } from '../banking/figure-rows.tsx'
import type { Check } from './said.ts'

/** What entities say that they owe each other once all is posted, the two sides beside each other. */
export function PairRows({ pairs }: { pairs: Check['pairs'] }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'between', title: t('migration.between') },
    { key: 'ours', title: t('migration.saysFirst'), isNumber: true },
    { key: 'theirs', title: t('migration.saysOther'), isNumber: true },
    { key: 'difference', title: t('migration.difference'), isNumber: true },
  ]
  return (
    <Box component="section" aria-label={t('migration.pairs')} sx={{ pb: 4 }}>
      <Typography variant="h3" sx={{ px: { xs: 4, sm: 6 }, pb: 1 }}>
        {t('migration.pairs')}
      </Typography>
      <Typography variant="body2" sx={{ px: { xs: 4, sm: 6 }, pb: 2, color: 'text.secondary' }}>
        {t('migration.pairsDetail')}
      </Typography>
      <FigureRows label={t('migration.pairs')} columns={columns}>
        <tbody>
          {pairs.map((pair) => (
            <PairRow key={[pair.entity.id, pair.partner.id, pair.of, pair.currency].join(' ')} pair={pair} />
          ))}
        </tbody>
      </FigureRows>
    </Box>
  )
}

function PairRow({ pair }: { pair: Check['pairs'][number] }) {
  const { t } = useTranslation()
  const { entity, partner, of, currency, ours, theirs, difference } = pair
  const isEven = !differs(pair)
  return (
    <tr>
      <td>
        {entity.name} · {partner.name}
        <Box sx={SECOND_LINE}>
          {t(`migration.pairOf.${of}`)}, {currency}
        </Box>
      </td>
      <Box component="td" sx={NUMBER}>
        {formatAmount(ours, currency)}
      </Box>
      <Box component="td" sx={NUMBER}>
        {theirs === null ? t('migration.noBookThere') : formatAmount(theirs, currency)}
      </Box>
      <Box
        component="td"
        sx={{ ...NUMBER, color: isEven ? 'text.secondary' : 'warning.main', fontWeight: isEven ? 400 : 600 }}
      >
        {formatAmount(difference, currency)}
      </Box>
    </tr>
  )
}

export function differs({ difference }: { difference: string }): boolean {
  return /[1-9]/.test(difference)
}
