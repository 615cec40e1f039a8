import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Problem } from '#contract/operations.d.ts'
import { addDays, fiscalYearStart, periodOf, today } from '#kernel/periods.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Chooser } from '../../design/chooser.tsx'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { useAllRows } from '../businesses/use-all-rows.ts'
import { daysBefore, monthsEarlier } from '../statements/days-of.ts'
import { useCurrencies } from '../statements/use-currencies.ts'

/** Of which entity and all that it owns, for which days, with what was known when, in which currency. */
export function ConsolidatePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { send, isSending, problem } = useWrite('group.consolidate-entity')
  const { rows: entities } = useAllRows('entities.list-entities')
  const [entityId, setEntityId] = useState('')
  const [{ from, to }, setDays] = useState(usualDays)
  const [known, setKnown] = useState('')
  const [currency, setCurrency] = useState('')
  const [beside, setBeside] = useState<Beside>('none')
  const own = entities.find(({ id }) => id === entityId)?.functionalCurrency
  const make = async () => {
    const second = besideDays({ from, to }, beside)
    const made = await send({
      entityId,
      from,
      to,
      ...(known !== '' && { recordedAt: `${known}T23:59:59.999Z` }),
      ...(currency !== '' && { currency }),
      ...(second && { compareFrom: second.from, compareTo: second.to }),
    })
    if (!made) return
    const query = made.comparison ? `?with=${made.comparison.id}` : ''
    void navigate(`/banking/group/${made.id}${query}`)
  }
  return (
    <SidePanel title={t('group.consolidate')} onClose={onClose}>
      <SideForm problem={problem} onSubmit={() => void make()}>
        <Field label={t('group.root')} hint={t('group.rootHint')} error={errorAt(problem, '/entityId')}>
          {(ids) => (
            <Chooser
              label={t('group.root')}
              ids={ids}
              value={entityId}
              options={entities.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setEntityId}
            />
          )}
        </Field>
        <Days {...{ from, to, problem }} onChange={setDays} />
        <Second {...{ beside, problem }} onChange={setBeside} />
        <Field
          label={t('group.knownField')}
          hint={t('group.knownHint')}
          error={errorAt(problem, '/recordedAt')}
        >
          {(ids) => <DayField ids={ids} value={known} onChange={setKnown} />}
        </Field>
        <Currency {...{ own, currency, problem }} onChange={setCurrency} />
        {problem?.code === 'ledger.no-rate' && (
          <Box component={Link} to="/banking/rates?new=true" sx={{ ...DRILL, fontSize: 13 }}>
            {t('rates.record')}
          </Box>
        )}
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" disabled={isSending || entityId === ''}>
            {isSending ? t('group.consolidating') : t('group.submit')}
          </Button>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
        </Box>
      </SideForm>
    </SidePanel>
  )
}

interface Days {
  from: string
  to: string
}

function Days(given: Days & { problem: Problem | undefined; onChange: (days: Days) => void }) {
  const { t } = useTranslation()
  const { from, to, problem, onChange } = given
  return (
    <Box sx={TWO}>
      <Field label={t('group.firstDay')} error={errorAt(problem, '/from')}>
        {(ids) => (
          <DayField ids={ids} value={from} onChange={(day) => onChange({ from: day, to })} isLaterOpen />
        )}
      </Field>
      <Field label={t('group.lastDay')} error={errorAt(problem, '/to')}>
        {(ids) => (
          <DayField ids={ids} value={to} onChange={(day) => onChange({ from, to: day })} isLaterOpen />
        )}
      </Field>
    </Box>
  )
}

function Second(given: { beside: Beside; problem: Problem | undefined; onChange: (beside: Beside) => void }) {
  const { t } = useTranslation()
  const { beside, problem, onChange } = given
  return (
    <Field
      label={t('group.beside')}
      hint={t('group.besideHint')}
      error={errorAt(problem, '/compareFrom') ?? errorAt(problem, '/compareTo')}
    >
      {(ids) => (
        <Choice
          ids={ids}
          value={beside}
          options={BESIDE.map((value) => ({ value, label: t(`statements.compare.${value}`) }))}
          onChange={(value) => onChange(BESIDE.find((one) => one === value) ?? 'none')}
        />
      )}
    </Field>
  )
}

function Currency(given: {
  /** That of the root, as long as one is chosen that has one. */
  own: string | null | undefined
  currency: string
  problem: Problem | undefined
  onChange: (currency: string) => void
}) {
  const { t } = useTranslation()
  const { own, currency, problem, onChange } = given
  const others = useCurrencies([]).filter((one) => one !== own)
  return (
    <Field label={t('banking.currency')} error={errorAt(problem, '/currency')}>
      {(ids) => (
        <Choice
          ids={ids}
          value={currency}
          options={[
            { value: '', label: own ? t('group.ofTheRoot', { currency: own }) : t('group.ofRoot') },
            ...others.map((value) => ({ value, label: value })),
          ]}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

const BESIDE = ['none', 'before', 'year', 'year-end'] as const
type Beside = (typeof BESIDE)[number]

/** The days of the second one, made with it; the year before is whole, so that its end is the beginning of this one. */
function besideDays(days: Days, beside: Beside): Days | undefined {
  if (beside === 'none') return undefined
  if (beside === 'year-end') {
    const to = addDays(fiscalYearStart(days.to, '12-31'), -1)
    return { from: fiscalYearStart(to, '12-31'), to }
  }
  return beside === 'year' ? monthsEarlier(days, 12) : daysBefore(days)
}

/** From the beginning of the year up to the last month that has ended; in January, of the whole year before. */
function usualDays(): Days {
  const to = addDays(periodOf('month', today()).startsOn, -1)
  return { from: fiscalYearStart(to, '12-31'), to }
}

const TWO = { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 4 } as const
