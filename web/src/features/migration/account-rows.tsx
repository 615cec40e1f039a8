import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { CHOSEN_CAPTIONS } from '#kernel/captions.ts'
import { usePages } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Chooser } from '../../design/chooser.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { useAllRows, useWhole } from '../businesses/use-all-rows.ts'
import { useCaptionLabel } from '../group/group-words.ts'
import type { AccountChoice, CheckedAccount, CheckedCompany } from './said.ts'

export type OnChoose = (...choices: Omit<AccountChoice, 'company'>[]) => void

/** What each account of a company becomes, and which entity is on the other side of those that stand between entities. */
export function AccountRows(given: {
  company: CheckedCompany
  accounts: readonly CheckedAccount[]
  onChoose: OnChoose
}) {
  const { bookId } = given.company
  return bookId === null ? <Rows {...given} there={[]} /> : <RowsOfBook {...given} bookId={bookId} />
}

function RowsOfBook({ bookId, ...given }: Omit<Parameters<typeof Rows>[0], 'there'> & { bookId: string }) {
  const { rows } = useWhole(usePages('ledger.list-accounts', { bookId, limit: 200 }))
  return <Rows {...given} there={rows.filter(({ caption }) => CHOSEN_CAPTIONS.includes(caption))} />
}

function Rows(given: {
  company: CheckedCompany
  accounts: readonly CheckedAccount[]
  /** Of the book, where there is one. */
  there: readonly { code: string; name: string }[]
  onChoose: OnChoose
}) {
  const { t } = useTranslation()
  const { company, accounts, there, onChoose } = given
  const { rows: entities } = useAllRows('entities.list-entities')
  const partners = [
    { value: '', label: t('migration.noPartner') },
    ...entities
      .filter(({ id }) => id !== company.entity?.id)
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  const title = t('migration.accountsOf', { company: company.company })
  const columns = [
    { key: 'account', title: t('migration.word') },
    { key: 'becomes', title: t('migration.becomes') },
    { key: 'kind', title: t('migration.kind') },
    { key: 'partner', title: t('migration.partner') },
  ]
  return (
    <Box component="section" aria-label={title} sx={{ pb: 4 }}>
      <Typography variant="h3" sx={{ px: { xs: 4, sm: 6 }, pb: 2 }}>
        {title}
      </Typography>
      <LedgerRows label={title} columns={columns}>
        {accounts.map((one) => (
          <tr key={one.account}>
            <td>
              {one.account}
              {one.from === 'last-time' && <Box sx={SECOND_LINE}>{t('migration.asLastTime')}</Box>}
            </td>
            <Box component="td" sx={FIELD}>
              <Becomes account={one} accounts={accounts} there={there} onChoose={onChoose} />
            </Box>
            <Box component="td" sx={FIELD}>
              <Kind account={one} onChoose={onChoose} />
            </Box>
            <Box component="td" sx={FIELD}>
              {(one.needsPartner || one.partner) && (
                <Chooser
                  label={t('migration.partnerOf', { account: one.account })}
                  value={one.partner?.id ?? ''}
                  options={partners}
                  onChange={(id) =>
                    onChoose({ account: one.account, partnerEntityId: id === '' ? null : id })
                  }
                />
              )}
            </Box>
          </tr>
        ))}
      </LedgerRows>
    </Box>
  )
}

const NEW = ''

/** One of the book's accounts, one that another account of these files becomes, or one of its own. */
function Becomes(given: {
  account: CheckedAccount
  accounts: readonly CheckedAccount[]
  there: readonly { code: string; name: string }[]
  onChoose: OnChoose
}) {
  const { t } = useTranslation()
  const { account, accounts, there, onChoose } = given
  const made = accounts.filter(({ isNew }) => isNew)
  const own = made.find(({ account: key }) => key === account.account)
  const options = [
    {
      value: NEW,
      label: own ? t('migration.newAccount', { account: named(own) }) : t('migration.ownAccount'),
    },
    ...[...there, ...made.filter((one) => one !== own)].map((one) => ({
      value: one.code,
      label: named(one),
    })),
  ]
  return (
    <Chooser
      label={t('migration.accountBecomes', { account: account.account })}
      value={own ? NEW : account.code}
      options={options}
      onChange={(code) => {
        if (code === NEW) return onChoose({ account: account.account, code: undefined, isNew: true })
        // Both say the code: what is made has none of its own until it is said.
        const same = made.filter((one) => one.code === code).map((one) => ({ account: one.account, code }))
        onChoose({ account: account.account, code, isNew: false }, ...same)
      }}
    />
  )
}

function named({ code, name }: { code: string; name: string }): string {
  return `${code} ${name}`
}

/** Under which caption statements show it: to be said of new accounts, and told of those that are there. */
function Kind({ account, onChoose }: { account: CheckedAccount; onChoose: OnChoose }) {
  const { t } = useTranslation()
  const captionName = useCaptionLabel()
  const { caption, isNew, name } = account
  if (!isNew) return caption && captionName(caption)
  const options = CHOSEN_CAPTIONS.map((one) => ({
    value: one,
    label: captionName(one),
  }))
  return (
    <Choice
      label={t('migration.kindOf', { account: name })}
      value={caption ?? ''}
      isMarked={!caption}
      options={caption ? options : [{ value: '', label: t('migration.chooseKind') }, ...options]}
      onChange={(chosen) => {
        const found = CHOSEN_CAPTIONS.find((one) => one === chosen)
        if (found) onChoose({ account: account.account, caption: found })
      }}
    />
  )
}

const FIELD = {
  gridColumn: { xs: '1 / -1' },
  width: { sm: 232 },
  '& > *': { width: '100%', my: { xs: 1, sm: '-6px' } },
} as const
