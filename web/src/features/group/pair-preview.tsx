import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import type { Book } from '../banking/banking-words.ts'
import { FigureRows, Side } from '../banking/figure-rows.tsx'
import { useCaptionLabel, type PairInput } from './group-words.ts'
import { LEGS, namesBillAccount, type Which } from './pair-legs.ts'

/** Both entries, after the server has tried them out and taken them back: what will stand in which book. */
export function PairPreview(given: {
  input: PairInput
  from: Book | undefined
  to: Book | undefined
  billAccountId: string
}) {
  const { t } = useTranslation()
  const { input, from, to, billAccountId } = given
  const isForeign = [from, to].some((book) => book && book.currency !== input.currency)
  return (
    <Box component="section" aria-label={t('group.previewTitle')}>
      <Box sx={{ fontSize: 12, fontWeight: 500, pb: 1 }}>{t('group.previewTitle')}</Box>
      {from && <Entry which="from" book={from} partner={to} {...{ input, billAccountId }} />}
      {to && <Entry which="to" book={to} partner={from} {...{ input, billAccountId }} />}
      <Box sx={{ ...SECOND_LINE, pt: 2 }}>
        {[t('group.previewNote'), ...(isForeign ? [t('group.previewForeign')] : [])].join(' ')}
      </Box>
    </Box>
  )
}

function Entry(given: {
  which: Which
  book: Book
  partner: Book | undefined
  input: PairInput
  billAccountId: string
}) {
  const { t } = useTranslation()
  const captionLabel = useCaptionLabel()
  const { which, book, partner, input, billAccountId } = given
  const hasBill = namesBillAccount(input.kind, which) && billAccountId !== ''
  const ids = hasBill ? [billAccountId] : []
  const bill = useRead('ledger.list-accounts', { ids }, { skip: !hasBill }).data?.items[0]
  const [debit, credit] = LEGS[input.kind][which]
  const columns = [
    { key: 'account', title: t('group.inBookOf', { name: book.entity.name }) },
    { key: 'debit', title: `${t('banking.debit')}, ${input.currency}`, isNumber: true },
    { key: 'credit', title: t('banking.credit'), isNumber: true },
  ]
  const line = { currency: input.currency }
  const withPartner = partner && (
    <Box sx={SECOND_LINE}>{t('banking.withPartner', { name: partner.entity.name })}</Box>
  )
  return (
    <Box sx={FLUSH}>
      <FigureRows label={t('group.inBookOf', { name: book.entity.name })} columns={columns}>
        <tbody>
          <tr>
            <td>
              {bill ? `${bill.code} ${bill.name}` : captionLabel(debit)}
              {/* The bill is somebody else's, outside the group. */}
              {!hasBill && withPartner}
            </td>
            <Side {...line} amount={input.amount} />
            <Side {...line} amount={null} />
          </tr>
          <tr>
            <td>
              {captionLabel(credit)}
              {withPartner}
            </td>
            <Side {...line} amount={null} />
            <Side {...line} amount={input.amount} />
          </tr>
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
