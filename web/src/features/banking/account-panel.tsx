import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useRead, useWrite } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Account, Book } from './banking-words.ts'
import { NewAccount } from './new-account.tsx'
import { decimalIn } from './typed-amount.ts'

/** An account that is new, or the one that is changed. */
export function AccountPanel(given: { book: Book; accountId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { book, accountId, onClose } = given
  const isNew = accountId === 'new'
  const { data, problem, again } = useRead('ledger.list-accounts', { ids: [accountId] }, { skip: isNew })
  const account = data?.items[0]
  const title = account ? `${account.code} ${account.name}` : t('banking.account')
  return (
    <SidePanel title={isNew ? t('banking.newAccount') : title} onClose={onClose}>
      {isNew && <NewAccount book={book} onClose={onClose} />}
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {data && !account && <Box sx={{ p: 5 }}>{t('banking.noSuchAccount')}</Box>}
      {account && <ChangeAccount account={account} onClose={onClose} />}
    </SidePanel>
  )
}

/** Its code, name and floor. What it is never changes; out of use it goes when it holds nothing. */
function ChangeAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const [base] = useState(account)
  const [code, setCode] = useState(base.code)
  const [name, setName] = useState(base.name)
  const [floor, setFloor] = useState(base.floor ?? '')
  const { save, archive, isSending, problem } = useAccountWrites(base, onClose)
  const isArchived = account.archivedAt !== null
  const floorMeant = floor.trim() === '' ? null : decimalIn(floor)
  return (
    <SideForm problem={problem} onSubmit={() => void save({ code: code.trim(), name, floor: floorMeant })}>
      <TextField
        label={t('banking.code')}
        maxLength={20}
        value={code}
        onChange={setCode}
        error={errorAt(problem, '/code')}
      />
      <TextField
        label={t('banking.name')}
        takesFocus
        maxLength={120}
        value={name}
        onChange={setName}
        error={errorAt(problem, '/name')}
      />
      {base.currency !== null && (
        <TextField
          label={t('banking.floorIn', { currency: base.currency })}
          hint={t('banking.floorHint')}
          inputMode="decimal"
          maxLength={30}
          value={floor}
          onChange={setFloor}
          error={errorAt(problem, '/floor')}
        />
      )}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : t('banking.save')}
        </Button>
        <Button onClick={onClose}>{t('settings.cancel')}</Button>
        <Button
          disabled={isSending}
          onClick={() => void archive(!isArchived)}
          startIcon={<Icon name={isArchived ? 'restore' : 'archive'} size={14} />}
          sx={{ ml: 'auto' }}
        >
          {t(isArchived ? 'banking.restore' : 'banking.archive')}
        </Button>
      </Box>
    </SideForm>
  )
}

/** Each with its undo, which is the same operation with what was there before. */
function useAccountWrites(base: Account, onDone: () => void) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('ledger.update-account')
  const { id: accountId, revision, code, name, floor } = base
  const words = { name: `${code} ${name}` }
  const save = async (fields: { code: string; name: string; floor: string | null }) => {
    const changed = {
      ...(fields.code !== code && { code: fields.code }),
      ...(fields.name !== name && { name: fields.name }),
      ...(fields.floor !== floor && { floor: fields.floor }),
    }
    if (Object.keys(changed).length === 0) return onDone()
    if (!(await send({ accountId, revision, ...changed }))) return undefined
    const undo = { operation: 'ledger.update-account', input: { accountId, code, name, floor } } as const
    dispatch(toastShown({ text: t('banking.accountSavedToast', words), undo }))
    return onDone()
  }
  const archive = async (isArchived: boolean) => {
    if (!(await send({ accountId, revision, isArchived }))) return
    const undo = {
      operation: 'ledger.update-account',
      input: { accountId, isArchived: !isArchived },
    } as const
    const text = t(isArchived ? 'banking.archivedToast' : 'banking.restoredToast', words)
    dispatch(toastShown({ text, undo }))
    onDone()
  }
  return { save, archive, isSending, problem }
}
