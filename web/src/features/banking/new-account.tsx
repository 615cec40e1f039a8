import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { usePages, useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { TextField } from '../../design/text-field.tsx'
import { Tick } from '../../design/tick.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import { ACCOUNT_TYPES, isResult, type AccountType, type Book } from './banking-words.ts'
import { decimalIn } from './typed-amount.ts'

const EMPTY = { code: '', name: '', currency: '', floor: '', parentId: '', isMonetary: false }

/** Its type is chosen once: what is posted on it never changes its meaning. */
export function NewAccount({ book, onClose }: { book: Book; onClose: () => void }) {
  const { t } = useTranslation()
  const [type, setType] = useState<AccountType>('asset')
  const [draft, setDraft] = useState({ ...EMPTY, currency: book.currency })
  const { create, isSending, problem } = useCreate(book.id, onClose)
  const put = (change: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...change }))
  const text = (name: 'code' | 'name' | 'currency' | 'floor') => ({
    value: draft[name],
    onChange: (value: string) => put({ [name]: value }),
    error: errorAt(problem, `/${name}`),
  })
  const mayBeMonetary = !isResult(type) && type !== 'equity'
  const submit = () => {
    const { code, name, currency, floor, parentId, isMonetary } = draft
    void create({
      code: code.trim(),
      name,
      type,
      currency: currency.trim().toUpperCase(),
      ...(mayBeMonetary && { isMonetary }),
      ...(parentId !== '' && { parentId }),
      ...(floor.trim() !== '' && { floor: decimalIn(floor) }),
    })
  }
  return (
    <SideForm problem={problem} onSubmit={submit}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', gap: 4 }}>
        <TextField label={t('banking.code')} takesFocus maxLength={20} {...text('code')} />
        <TextField label={t('banking.name')} maxLength={120} {...text('name')} />
      </Box>
      <TypeField
        value={type}
        error={errorAt(problem, '/type')}
        onChange={(chosen) => {
          setType(chosen)
          put({ parentId: '' })
        }}
      />
      <ParentField
        {...{ book, type }}
        value={draft.parentId}
        onChange={(parentId) => put({ parentId })}
        error={errorAt(problem, '/parentId')}
      />
      {mayBeMonetary && (
        <Tick
          label={t('banking.isMonetary')}
          note={t('banking.isMonetaryNote')}
          isOn={draft.isMonetary}
          onChange={(isMonetary) => put({ isMonetary })}
        />
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', gap: 4 }}>
        <TextField label={t('banking.currency')} maxLength={3} {...text('currency')} />
        <TextField
          label={t('banking.floor')}
          hint={t('banking.floorHint')}
          inputMode="decimal"
          maxLength={30}
          {...text('floor')}
        />
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : t('banking.create')}
        </Button>
        <Button onClick={onClose}>{t('settings.cancel')}</Button>
      </Box>
    </SideForm>
  )
}

function TypeField(given: {
  value: AccountType
  onChange: (type: AccountType) => void
  error: string | undefined
}) {
  const { t } = useTranslation()
  const { value, onChange, error } = given
  return (
    <Field label={t('banking.typeTitle')} error={error}>
      {(ids) => (
        <Choice
          ids={ids}
          value={value}
          options={ACCOUNT_TYPES.map((one) => ({ value: one, label: t(`banking.type.${one}`) }))}
          onChange={(chosen) => onChange(ACCOUNT_TYPES.find((one) => one === chosen) ?? value)}
        />
      )}
    </Field>
  )
}

function ParentField(given: {
  book: Book
  type: AccountType
  value: string
  onChange: (id: string) => void
  error: string | undefined
}) {
  const { t } = useTranslation()
  const { book, type, value, onChange, error } = given
  const { rows } = useWhole(usePages('ledger.list-accounts', { bookId: book.id, type, limit: 200 }))
  return (
    <Field label={t('banking.parent')} error={error}>
      {(ids) => (
        <Choice
          ids={ids}
          value={value}
          options={[
            { value: '', label: t('banking.noParent') },
            ...rows.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
          ]}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

function useCreate(bookId: string, onDone: () => void) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('ledger.create-account')
  const create = async (fields: Omit<Parameters<typeof send>[0], 'bookId'>) => {
    const account = await send({ bookId, ...fields })
    if (!account) return
    const undo = {
      operation: 'ledger.update-account',
      input: { accountId: account.id, isArchived: true },
    } as const
    const words = { name: `${account.code} ${account.name}` }
    dispatch(toastShown({ text: t('banking.accountCreatedToast', words), undo }))
    onDone()
  }
  return { create, isSending, problem }
}
