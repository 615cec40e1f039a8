import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { today } from '#kernel/periods.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { decimalIn } from './typed-amount.ts'

const CODE_LENGTH = 3
const SOURCE_LENGTH = 120

/** One rate. A later one of the same pair and day counts from then on; what was read before stays as it was. */
export function RecordRatePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('ledger.record-rates')
  const [base, setBase] = useState('')
  const [quote, setQuote] = useState('')
  const [on, setOn] = useState(today())
  const [rate, setRate] = useState('')
  const [source, setSource] = useState('')
  const record = async () => {
    const recorded = await send({
      rates: [{ base, quote, on, rate: decimalIn(rate), source: source.trim() }],
    })
    if (!recorded) return
    dispatch(toastShown({ text: t('rates.recordedToast', { from: base, to: quote, day: on }) }))
    onClose()
  }
  const fault = (field: string) => errorAt(problem, `/rates/0/${field}`)
  return (
    <SidePanel title={t('rates.record')} onClose={onClose}>
      <SideForm problem={problem} onSubmit={() => void record()}>
        <Box sx={PAIR}>
          <TextField
            label={t('rates.base')}
            value={base}
            onChange={(text) => setBase(code(text))}
            error={fault('base')}
            maxLength={CODE_LENGTH}
            takesFocus
          />
          <TextField
            label={t('rates.quote')}
            value={quote}
            onChange={(text) => setQuote(code(text))}
            error={fault('quote')}
            maxLength={CODE_LENGTH}
          />
        </Box>
        <TextField
          label={t('rates.rate')}
          value={rate}
          onChange={setRate}
          error={fault('rate')}
          hint={t('rates.rateHint', { from: base || 'EUR', to: quote || 'USD' })}
          inputMode="decimal"
        />
        <Field label={t('banking.day')} error={fault('on')}>
          {(ids) => <DayField ids={ids} value={on} onChange={setOn} isLaterOpen />}
        </Field>
        <TextField
          label={t('rates.source')}
          value={source}
          onChange={setSource}
          error={fault('source')}
          hint={t('rates.sourceHint')}
          maxLength={SOURCE_LENGTH}
        />
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" disabled={isSending}>
            {isSending ? t('settings.saving') : t('rates.submit')}
          </Button>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
        </Box>
      </SideForm>
    </SidePanel>
  )
}

function code(text: string): string {
  return text.trim().toUpperCase()
}

const PAIR = { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 4 } as const
