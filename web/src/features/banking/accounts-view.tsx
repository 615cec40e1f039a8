import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { formatMoney } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { SearchField } from '../../design/search-field.tsx'
import { useMay } from '../identity/use-may.ts'
import { ACCOUNT_TYPES, type Account, type Book } from './banking-words.ts'
import { NUMBER } from './figure-rows.tsx'
import { FILTERS, ListBody } from './list-body.tsx'
import { useQueryPlace } from './use-query-place.ts'

/** The chart of the book, by code. */
export function AccountsView({ book }: { book: Book }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const find = useCallback((words: string) => put({ q: words }), [put])
  const mayWrite = useMay('ledger.write')
  const search = get('q')
  const type = ACCOUNT_TYPES.find((one) => one === get('type'))
  const isArchived = get('archived') !== ''
  const list = usePages('ledger.list-accounts', {
    bookId: book.id,
    limit: 100,
    ...(search !== '' && { search }),
    ...(type && { type }),
    ...(isArchived && { isArchived }),
  })
  const isNarrowed = search !== '' || type !== undefined || isArchived
  const empty = isNarrowed ? 'noneFound' : 'noAccounts'
  return (
    <>
      <Box component="search" sx={FILTERS}>
        <SearchField label={t('banking.searchAccounts')} value={search} onChange={find} />
        <Choice
          label={t('banking.typeTitle')}
          value={type ?? ''}
          isMarked={type !== undefined}
          options={[
            { value: '', label: t('banking.anyType') },
            ...ACCOUNT_TYPES.map((one) => ({ value: one, label: t(`banking.types.${one}`) })),
          ]}
          onChange={(value) => put({ type: value })}
        />
        <Button onClick={() => put({ archived: isArchived ? '' : 'true' })}>
          {t(isArchived ? 'banking.showActive' : 'banking.showArchived')}
        </Button>
        {mayWrite && (
          <Button
            variant="outlined"
            onClick={() => put({ account: 'new' })}
            startIcon={<Icon name="plus" size={14} />}
            sx={{ ml: { sm: 'auto' } }}
          >
            {t('banking.newAccount')}
          </Button>
        )}
      </Box>
      <ListBody
        list={list}
        total={(count) => t('banking.accountTotal', { count })}
        empty={<EmptyState title={t(`banking.${empty}.title`)} detail={t(`banking.${empty}.detail`)} />}
      >
        <AccountRows rows={list.rows} mayWrite={mayWrite} />
      </ListBody>
    </>
  )
}

function AccountRows({ rows, mayWrite }: { rows: Account[] | undefined; mayWrite: boolean }) {
  const { t } = useTranslation()
  const columns = [
    { key: 'account', title: t('banking.account') },
    { key: 'type', title: t('banking.typeTitle') },
    { key: 'currency', title: t('banking.currency'), isWideOnly: true },
    { key: 'floor', title: t('banking.floor'), isWideOnly: true, isNumber: true },
    ...(mayWrite ? [{ key: 'change', title: t('banking.change') }] : []),
  ]
  return (
    <LedgerRows label={t('banking.accounts')} columns={columns}>
      {rows?.map((account) => (
        <AccountRow key={account.id} account={account} mayWrite={mayWrite} />
      ))}
    </LedgerRows>
  )
}

function AccountRow({ account, mayWrite }: { account: Account; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { put } = useQueryPlace()
  const { id, bookId, code, name, type, role, currency, floor } = account
  return (
    <tr>
      <td>
        <Box component={Link} to={`/banking/${bookId}/accounts/${id}`} sx={DRILL}>
          {code} {name}
        </Box>
      </td>
      <td>
        {t(`banking.type.${type}`)}
        {role && <Box sx={SECOND_LINE}>{t(`banking.role.${role}`)}</Box>}
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {currency ?? t('banking.anyCurrency')}
      </Box>
      <Box component="td" sx={{ ...NUMBER, ...WIDE_ONLY }}>
        {floor === null || currency === null ? (
          <span title={t('banking.noFloorReason')}>—</span>
        ) : (
          formatMoney(floor, currency)
        )}
      </Box>
      {mayWrite && (
        <Box component="td" sx={BUTTON_CELL}>
          <Button
            aria-label={t('banking.changeNamed', { name: `${code} ${name}` })}
            onClick={() => put({ account: id, open: '' })}
          >
            {t('banking.change')}
          </Button>
        </Box>
      )}
    </tr>
  )
}
