import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
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
  const currencies = useCurrencies([])
  const own = entities.find(({ id }) => id === entityId)?.functionalCurrency
  const make = async () => {
    const made = await send({
      entityId,
      from,
      to,
      ...(known !== '' && { recordedAt: `${known}T23:59:59.999Z` }),
      ...(currency !== '' && { currency }),
    })
    if (made) void navigate(`/banking/group/${made.id}`)
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
        <Box sx={TWO}>
          <Field label={t('group.firstDay')} error={errorAt(problem, '/from')}>
            {(ids) => (
              <DayField ids={ids} value={from} onChange={(day) => setDays({ from: day, to })} isLaterOpen />
            )}
          </Field>
          <Field label={t('group.lastDay')} error={errorAt(problem, '/to')}>
            {(ids) => (
              <DayField ids={ids} value={to} onChange={(day) => setDays({ from, to: day })} isLaterOpen />
            )}
          </Field>
        </Box>
        <Field
          label={t('group.knownField')}
          hint={t('group.knownHint')}
          error={errorAt(problem, '/recordedAt')}
        >
          {(ids) => <DayField ids={ids} value={known} onChange={setKnown} />}
        </Field>
        <Field label={t('banking.currency')} error={errorAt(problem, '/currency')}>
          {(ids) => (
            <Choice
              ids={ids}
              value={currency}
              options={[
                { value: '', label: own ? t('group.ofTheRoot', { currency: own }) : t('group.ofRoot') },
                ...currencies.filter((one) => one !== own).map((value) => ({ value, label: value })),
              ]}
              onChange={setCurrency}
            />
          )}
        </Field>
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

/** From the beginning of the year up to the last month that has ended; in January, of the whole year before. */
function usualDays(): { from: string; to: string } {
  const to = addDays(periodOf('month', today()).startsOn, -1)
  return { from: fiscalYearStart(to, '12-31'), to }
}

const TWO = { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 4 } as const
