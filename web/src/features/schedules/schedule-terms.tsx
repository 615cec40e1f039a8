import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../design/choice.tsx'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { TextField } from '../../design/text-field.tsx'
import type { Book } from '../banking/banking-words.ts'
import { OVERHEAD } from '../banking/entry-draft.ts'
import type { Choices } from '../banking/use-choices.ts'
import { METHODS, type Kind } from './schedule-draft.ts'
import type { ScheduleFormState } from './use-schedule-form.ts'

interface TermsGiven {
  book: Book
  kind: Kind
  form: ScheduleFormState
  choices: Choices
}

/** What each kind is asked for: when, how often, how much and on which accounts. */
export function ScheduleTerms(given: TermsGiven) {
  const { t } = useTranslation()
  const { kind, form } = given
  const { draft, put, errorIn } = form
  const isDivided = kind === 'spread' || kind === 'loan'
  const text = (name: 'name' | 'memo' | 'dayOfMonth' | 'months') => ({
    value: draft[name],
    onChange: (value: string) => put({ [name]: value }),
    error: errorIn(name),
  })
  return (
    <Box sx={GRID}>
      <TextField label={t('banking.name')} takesFocus maxLength={120} {...text('name')} />
      <TextField label={t('banking.memo')} maxLength={300} {...text('memo')} />
      <DayTerm {...{ form }} name="from" pointer={kind === 'reversing' ? 'on' : 'from'} kind={kind} />
      {kind === 'recurring' && <DayTerm {...{ form, kind }} name="until" pointer="until" />}
      {kind !== 'reversing' && (
        <TextField
          label={t('schedules.dayOfMonth')}
          hint={t('schedules.dayOfMonthHint')}
          inputMode="numeric"
          maxLength={2}
          {...text('dayOfMonth')}
        />
      )}
      {isDivided && (
        <TextField label={t('schedules.months')} inputMode="numeric" maxLength={3} {...text('months')} />
      )}
      {isDivided && <Amounts {...given} />}
    </Box>
  )
}

function DayTerm(given: { form: ScheduleFormState; kind: Kind; name: 'from' | 'until'; pointer: string }) {
  const { t } = useTranslation()
  const { form, kind, name, pointer } = given
  const label = name === 'until' ? t('schedules.until') : t(`schedules.fromOf.${kind}`)
  return (
    <Field label={label} error={form.errorIn(pointer)}>
      {(ids) => (
        <DayField
          ids={ids}
          value={form.draft[name]}
          isLaterOpen
          onChange={(day) => form.put({ [name]: day })}
        />
      )}
    </Field>
  )
}

function Amounts({ book, kind, form, choices }: TermsGiven) {
  const { t } = useTranslation()
  const { draft, put, errorIn } = form
  const isLoan = kind === 'loan'
  return (
    <>
      <TextField
        label={t(isLoan ? 'schedules.principal' : 'schedules.amount', { currency: book.currency })}
        inputMode="decimal"
        maxLength={30}
        value={draft.amount}
        onChange={(amount) => put({ amount })}
        error={errorIn(isLoan ? 'principal' : 'amount')}
      />
      {isLoan && <LoanTerms form={form} />}
      <AccountTerm
        {...{ form, choices }}
        label={t(isLoan ? 'schedules.interestAccount' : 'schedules.debitAccount')}
        name="debitAccountId"
        pointer={isLoan ? 'interestAccountId' : 'debitAccountId'}
      />
      <AccountTerm
        {...{ form, choices }}
        label={t(isLoan ? 'schedules.loanAccount' : 'schedules.creditAccount')}
        name="creditAccountId"
        pointer={isLoan ? 'loanAccountId' : 'creditAccountId'}
      />
      {isLoan && (
        <AccountTerm
          {...{ form, choices }}
          label={t('schedules.cashAccount')}
          name="cashAccountId"
          pointer="cashAccountId"
        />
      )}
      <Field label={t('banking.business')} hint={t('schedules.placeHint')} error={errorIn('businessId')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={draft.place}
            options={[
              { value: '', label: t('schedules.noPlace') },
              { value: OVERHEAD, label: t('banking.overhead') },
              ...choices.businessOptions,
            ]}
            onChange={(place) => put({ place })}
          />
        )}
      </Field>
    </>
  )
}

function LoanTerms({ form }: { form: ScheduleFormState }) {
  const { t } = useTranslation()
  const { draft, put, errorIn } = form
  return (
    <>
      <TextField
        label={t('schedules.yearlyRate')}
        inputMode="decimal"
        maxLength={12}
        value={draft.yearlyRate}
        onChange={(yearlyRate) => put({ yearlyRate })}
        error={errorIn('yearlyRate')}
      />
      <Field label={t('schedules.methodTitle')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={draft.method}
            options={METHODS.map((value) => ({ value, label: t(`schedules.method.${value}`) }))}
            onChange={(value) => put({ method: METHODS.find((one) => one === value) ?? draft.method })}
          />
        )}
      </Field>
    </>
  )
}

function AccountTerm(given: {
  form: ScheduleFormState
  choices: Choices
  label: string
  name: 'debitAccountId' | 'creditAccountId' | 'cashAccountId'
  pointer: string
}) {
  const { t } = useTranslation()
  const { form, choices, label, name, pointer } = given
  return (
    <Field label={label} error={form.errorIn(pointer)}>
      {(ids) => (
        <Choice
          ids={ids}
          value={form.draft[name]}
          options={[{ value: '', label: t('schedules.chooseAccount') }, ...choices.accountOptions]}
          onChange={(id) => form.put({ [name]: id })}
        />
      )}
    </Field>
  )
}

const GRID = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
  gap: 4,
  maxWidth: 720,
} as const
