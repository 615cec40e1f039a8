import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { OwnerField } from '../businesses/owner-field.tsx'
import { TextField, type TextFieldProps } from '../../design/text-field.tsx'
import { Tick } from '../../design/tick.tsx'
import { CHOICES, type KpiDraft } from './kpi-draft.ts'

/** The definition of a KPI; the same form defines a new one and changes one. */
export function KpiForm(given: {
  start: KpiDraft
  problem: Problem | undefined
  isSending: boolean
  submitLabel: string
  onSubmit: (draft: KpiDraft) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const { problem, isSending } = given
  const [draft, setDraft] = useState(given.start)
  const put = (change: Partial<KpiDraft>) => setDraft((before) => ({ ...before, ...change }))
  const text = (name: 'name' | 'currency' | 'description' | 'tolerancePercent' | 'graceDays') => ({
    value: draft[name],
    onChange: (value: string) => put({ [name]: value }),
    error: errorAt(problem, `/${name}`),
  })
  return (
    <SideForm problem={problem} onSubmit={() => given.onSubmit(draft)}>
      <TextField
        label={t('kpis.nameLabel')}
        hint={t('kpis.nameHint')}
        maxLength={80}
        takesFocus
        {...text('name')}
      />
      <UnitFields currency={text('currency')} {...{ draft, put }} />
      <Box sx={PAIR}>
        <ChoiceOf name="cadence" label={t('kpis.cadenceTitle')} {...{ draft, put }} />
        <ChoiceOf name="better" label={t('kpis.betterTitle')} {...{ draft, put }} />
      </Box>
      <ChoiceOf name="addsUp" label={t('kpis.addsUpTitle')} {...{ draft, put }} />
      {draft.unit === 'money' && (
        <ChoiceOf name="postedFrom" label={t('kpis.postedFromTitle')} {...{ draft, put }} />
      )}
      <TextField label={t('kpis.description')} rows={3} maxLength={2000} {...text('description')} />
      <OwnerField
        value={draft.ownerId}
        onChange={(ownerId) => put({ ownerId })}
        error={errorAt(problem, '/ownerId')}
      />
      <Limits text={text} />
      <Tick
        label={t('kpis.isHeadline')}
        note={t('kpis.isHeadlineNote')}
        isOn={draft.isHeadline}
        onChange={(isHeadline) => put({ isHeadline })}
      />
      <Tick
        label={t('kpis.isValuation')}
        note={t('kpis.isValuationNote')}
        isOn={draft.isValuation}
        onChange={(isValuation) => put({ isValuation })}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('kpis.sending') : given.submitLabel}
        </Button>
        <Button onClick={given.onCancel}>{t('kpis.cancel')}</Button>
      </Box>
    </SideForm>
  )
}

/** In what it is told; money is told in a currency. */
function UnitFields({
  draft,
  put,
  currency,
}: {
  draft: KpiDraft
  put: (change: Partial<KpiDraft>) => void
  currency: Pick<TextFieldProps, 'value' | 'onChange' | 'error'>
}) {
  const { t } = useTranslation()
  return (
    <Box sx={PAIR}>
      <ChoiceOf name="unit" label={t('kpis.unitTitle')} {...{ draft, put }} />
      {draft.unit === 'money' && (
        <TextField label={t('kpis.currency')} hint={t('kpis.currencyHint')} maxLength={3} {...currency} />
      )}
    </Box>
  )
}

/** What makes a claim a contradiction, and a silence stale. */
function Limits({
  text,
}: {
  text: (name: 'tolerancePercent' | 'graceDays') => Pick<TextFieldProps, 'value' | 'onChange' | 'error'>
}) {
  const { t } = useTranslation()
  return (
    <Box sx={PAIR}>
      <TextField
        label={t('kpis.tolerance')}
        hint={t('kpis.toleranceHint')}
        maxLength={6}
        {...text('tolerancePercent')}
      />
      <TextField
        label={t('kpis.grace')}
        hint={t('kpis.graceHint')}
        inputMode="numeric"
        maxLength={3}
        {...text('graceDays')}
      />
    </Box>
  )
}

function ChoiceOf<N extends keyof typeof CHOICES>(given: {
  name: N
  label: string
  draft: KpiDraft
  put: (change: Partial<KpiDraft>) => void
}) {
  const { t } = useTranslation()
  const { name, label, draft, put } = given
  const words: Record<string, string> = {
    ...Object.fromEntries(CHOICES.unit.map((one) => [`unit ${one}`, t(`kpis.unit.${one}`)])),
    ...Object.fromEntries(CHOICES.cadence.map((one) => [`cadence ${one}`, t(`kpis.cadence.${one}`)])),
    ...Object.fromEntries(CHOICES.better.map((one) => [`better ${one}`, t(`kpis.better.${one}`)])),
    ...Object.fromEntries(CHOICES.addsUp.map((one) => [`addsUp ${one}`, t(`kpis.addsUp.${one}`)])),
    ...Object.fromEntries(
      CHOICES.postedFrom.map((one) => [`postedFrom ${one}`, t(`kpis.postedFrom.${one}`)]),
    ),
  }
  const all: readonly string[] = CHOICES[name]
  return (
    <Field label={label}>
      {(ids) => (
        <Choice
          ids={ids}
          value={draft[name]}
          options={all.map((value) => ({ value, label: words[`${name} ${value}`] ?? value }))}
          onChange={(value) => put({ [name]: value })}
        />
      )}
    </Field>
  )
}

const PAIR = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' },
  gap: 4,
} as const
