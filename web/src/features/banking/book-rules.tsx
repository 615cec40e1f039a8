import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { FactLine } from '../../design/fact-line.tsx'
import { formatMoney } from '../../design/format.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { useMay } from '../identity/use-may.ts'
import type { Book } from './banking-words.ts'
import { BalanceByBusiness } from './by-business.tsx'
import { decimalIn, typedOf } from './typed-amount.ts'

/** What holds for whoever posts in this book: up to when it is closed, above which sum two people are needed, whether businesses balance. */
export function BookRules({ book }: { book: Book }) {
  const { t } = useTranslation()
  const mayClose = useMay('ledger.close')
  const { closedThrough, softClosedThrough, manualLimit, byBusinessFrom, currency } = book
  return (
    <Box sx={{ maxWidth: 560, pt: 2 }}>
      <Box component="dl" sx={{ m: 0 }}>
        <FactLine label={t('closing.closedThrough')}>
          {closedThrough ?? <span title={t('closing.nothingClosed')}>—</span>}
        </FactLine>
        {softClosedThrough !== null && (
          <FactLine label={t('closing.softThrough')}>{softClosedThrough}</FactLine>
        )}
        <FactLine label={t('bookRules.limit')}>
          {manualLimit === null ? t('bookRules.noLimit') : formatMoney(manualLimit, currency)}
        </FactLine>
        <FactLine label={t('bookRules.byBusiness')}>
          {byBusinessFrom === null
            ? t('bookRules.notByBusiness')
            : t('bookRules.byBusinessFrom', { day: byBusinessFrom })}
        </FactLine>
      </Box>
      {mayClose ? (
        <>
          <LimitForm key={manualLimit} book={book} />
          {byBusinessFrom === null && <BalanceByBusiness book={book} />}
        </>
      ) : (
        <Box sx={{ p: 5, fontSize: 12, color: 'text.secondary' }}>{t('bookRules.mayNot')}</Box>
      )}
    </Box>
  )
}

/** Raising it, or taking it away, waits for a second person; the notice leads to where. */
function LimitForm({ book }: { book: Book }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [limit, setLimit] = useState(book.manualLimit === null ? '' : typedOf(book.manualLimit))
  const { send, isSending, problem } = useWrite('ledger.set-manual-limit')
  const save = async () => {
    const given = limit.trim() === '' ? null : decimalIn(limit)
    const done = await send({ bookId: book.id, limit: given })
    if (done) dispatch(toastShown({ text: t('bookRules.savedToast', { name: book.entity.name }) }))
  }
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        void save()
      }}
      sx={{ display: 'grid', gap: 4, p: 5 }}
    >
      {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
      <TextField
        label={t('bookRules.limitIn', { currency: book.currency })}
        hint={t('bookRules.limitHint')}
        inputMode="decimal"
        maxLength={30}
        value={limit}
        onChange={setLimit}
        error={errorAt(problem, '/limit')}
      />
      <div>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : t('bookRules.save')}
        </Button>
      </div>
    </Box>
  )
}
