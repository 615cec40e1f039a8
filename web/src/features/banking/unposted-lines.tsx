import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import type { Book } from './banking-words.ts'
import { FigureRows, IN_PANEL, Side } from './figure-rows.tsx'
import { useChoices } from './use-choices.ts'

/** The lines that it would post, with the accounts and businesses as they are called now. */
export function UnpostedLines({ book, lines }: { book: Book; lines: Output<'ledger.get-pending'>['lines'] }) {
  const { t } = useTranslation()
  const { accounts, businessOptions } = useChoices(book)
  // They have no id, and keep their places: what is pending does not change.
  const placed = lines.map((line, at) => ({ line, position: at + 1 }))
  const columns = [
    { key: 'account', title: t('banking.account') },
    { key: 'debit', title: t('banking.debit'), isNumber: true },
    { key: 'credit', title: t('banking.credit'), isNumber: true },
  ]
  return (
    <Box sx={IN_PANEL}>
      <FigureRows label={t('banking.lines')} columns={columns}>
        <tbody>
          {placed.map(({ line, position }) => {
            const account = line.accountId === null ? undefined : accounts.get(line.accountId)
            const currency = line.currency ?? account?.currency ?? book.currency
            const business = businessOptions.find(({ value }) => value === line.businessId)?.label
            const place = line.isOverhead ? t('banking.overhead') : business
            return (
              <tr key={position}>
                <td>
                  {account ? `${account.code} ${account.name}` : line.accountId}
                  <Box sx={SECOND_LINE}>
                    {[
                      currency === book.currency ? '' : currency,
                      place,
                      line.counterparty,
                      line.memo,
                      ...line.tags,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Box>
                </td>
                <Side amount={line.debit} currency={currency} />
                <Side amount={line.credit} currency={currency} />
              </tr>
            )
          })}
        </tbody>
      </FigureRows>
    </Box>
  )
}
