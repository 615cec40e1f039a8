import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { FigureRows, Side } from '../banking/figure-rows.tsx'
import type { PostedPair } from './group-words.ts'

/** Both entries, as the server tried them out and took them back: what will stand in which book. */
export function PairPreview({ pair }: { pair: PostedPair }) {
  const { t } = useTranslation()
  const { from, to, fromLines, toLines, currency } = pair
  const isForeign = [...fromLines, ...toLines].some((line) => line.currency !== currency)
  return (
    <Box component="section" aria-label={t('group.previewTitle')}>
      <Box sx={{ fontSize: 12, fontWeight: 500, pb: 1 }}>{t('group.previewTitle')}</Box>
      <Entry name={from.name} lines={fromLines} />
      <Entry name={to.name} lines={toLines} />
      <Box sx={{ ...SECOND_LINE, pt: 2 }}>
        {[t('group.previewNote'), ...(isForeign ? [t('group.previewForeign')] : [])].join(' ')}
      </Box>
    </Box>
  )
}

function Entry({ name, lines }: { name: string; lines: PostedPair['fromLines'] }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'account', title: t('group.inBookOf', { name }) },
    { key: 'debit', title: t('banking.debit'), isNumber: true },
    { key: 'credit', title: t('banking.credit'), isNumber: true },
  ]
  return (
    <Box sx={FLUSH}>
      <FigureRows label={t('group.inBookOf', { name })} columns={columns}>
        <tbody>
          {lines.map(({ account, partner, currency, debit, credit }) => (
            <tr key={`${account.id} ${debit ?? ''} ${credit ?? ''}`}>
              <td>
                {account.code} {account.name}
                <Box sx={SECOND_LINE}>
                  {[partner && t('banking.withPartner', { name: partner.name }), currency]
                    .filter(Boolean)
                    .join(' · ')}
                </Box>
              </td>
              <Side currency={currency} amount={debit} />
              <Side currency={currency} amount={credit} />
            </tr>
          ))}
        </tbody>
      </FigureRows>
    </Box>
  )
}

/** Its edges are those of the form. */
const FLUSH = {
  '& table :is(th, td):first-of-type': { pl: 0 },
  '& table :is(th, td):last-of-type': { pr: 0 },
} as const
