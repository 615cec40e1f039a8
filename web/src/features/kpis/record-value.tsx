import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { lastEndedBefore, type Cadence } from '#kernel/periods.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { useFigure, type Kpi } from './figure.ts'

interface RecordGiven {
  business: { id: string; name: string }
  kpis: Kpi[]
  onDone: () => void
}

/** Tells one value of a business; the unit goes with it, so that nobody records thousands as units of another KPI. */
export function RecordValue(given: RecordGiven) {
  const { t } = useTranslation()
  const { kpis, onDone } = given
  const [kpiId, setKpiId] = useState(kpis[0]?.id ?? '')
  const kpi = kpis.find(({ id }) => id === kpiId)
  const [period, setPeriod] = useState(kpi ? lastPeriod(kpi.cadence) : '')
  const [value, setValue] = useState('')
  const [source, setSource] = useState('')
  const { record, isSending, problem } = useRecord(given)
  const choose = (id: string) => {
    setKpiId(id)
    const chosen = kpis.find((one) => one.id === id)
    if (chosen && chosen.cadence !== kpi?.cadence) setPeriod(lastPeriod(chosen.cadence))
  }
  const error = (field: string) => errorAt(problem, `/values/0/${field}`)
  const measure = kpi && (kpi.currency ?? t(`kpis.unit.${kpi.unit}`))
  return (
    <SideForm
      problem={problem}
      onSubmit={() => void (kpi && record(kpi, { period, value: value.trim(), source }))}
    >
      <Field label={t('kpis.name')} error={error('kpiId')}>
        {(ids) => (
          <Choice
            ids={ids}
            takesFocus
            value={kpiId}
            options={kpis.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
        )}
      </Field>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 4 }}>
        <TextField
          label={t('kpis.period')}
          maxLength={8}
          value={period}
          onChange={setPeriod}
          error={error('period')}
        />
        <TextField
          label={t('kpis.value')}
          hint={measure}
          maxLength={20}
          value={value}
          onChange={setValue}
          error={error('value') ?? error('unit') ?? error('currency')}
        />
      </Box>
      <TextField
        label={t('kpis.source')}
        hint={t('kpis.sourceHint')}
        maxLength={400}
        value={source}
        onChange={setSource}
        error={error('source')}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('kpis.recordNote')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('kpis.sending') : t('kpis.recordSubmit')}
        </Button>
        <Button onClick={onDone}>{t('kpis.cancel')}</Button>
      </Box>
    </SideForm>
  )
}

function useRecord({ business, onDone }: RecordGiven) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const figure = useFigure()
  const { send, isSending, problem } = useWrite('kpis.record-values')
  const record = async (kpi: Kpi, given: { period: string; value: string; source: string }) => {
    const { unit, currency } = kpi
    const told = { businessId: business.id, kpiId: kpi.id, unit, ...given }
    const done = await send({ values: [{ ...told, ...(currency !== null && { currency }) }] })
    if (!done) return
    const { period, value } = given
    const words = { kpi: kpi.name, name: business.name, period, value: figure(value, kpi) }
    const undo = { operation: 'kpis.withdraw-values', input: { valueIds: done.valueIds } } as const
    dispatch(toastShown({ text: t('kpis.recordedToast', words), undo }))
    onDone()
  }
  return { record, isSending, problem }
}

function lastPeriod(cadence: Cadence): string {
  return lastEndedBefore(cadence, new Date().toISOString().slice(0, 10)).name
}
