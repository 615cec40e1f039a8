import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite, type Output } from '../../api.ts'
import { formatDay } from '../../design/format.ts'
import { TextField } from '../../design/text-field.tsx'
import { DoorForm } from '../identity/door-form.tsx'

type Opened = Output<'kpis.open-request'>
type Ask = Opened['asks'][number]

/** One field for each value that is asked for, under its KPI and period. What is left empty is not sent. */
export function AnswerForm(given: { opened: Opened; token: string; onDone: (recorded: number) => void }) {
  const { t } = useTranslation()
  const { opened, token } = given
  const { asks } = opened
  const [typed, setTyped] = useState<Record<string, string>>({})
  /** The places that were sent, in their order: a problem names a value by where it stood. */
  const [sent, setSent] = useState<string[]>([])
  const { send, isSending, problem } = useWrite('kpis.answer-request')
  const answered = asks.filter((ask) => (typed[placeOf(ask)] ?? '').trim() !== '')
  const answer = async () => {
    if (answered.length === 0) return
    setSent(answered.map(placeOf))
    const values = answered.map((ask) => ({
      businessId: ask.business.id,
      kpiId: ask.kpi.id,
      period: ask.period,
      value: (typed[placeOf(ask)] ?? '').replaceAll(/\s/g, ''),
    }))
    const done = await send({ token, values })
    if (done) given.onDone(done.recorded)
  }
  const errorOf = (ask: Ask) => {
    const at = sent.indexOf(placeOf(ask))
    return at < 0 ? undefined : errorAt(problem, `/values/${at}`)
  }
  return (
    <DoorForm
      title={t('answer.title')}
      detail={t('answer.detail', {
        name: opened.personName,
        studio: opened.studioName,
        until: formatDay(opened.expiresAt),
      })}
      problem={problem}
      onSubmit={() => void answer()}
    >
      {[...Map.groupBy(asks, ({ kpi, period }) => `${kpi.id} ${period}`)].map(([key, group]) => (
        <AskGroup key={key} asks={group}>
          {group.map((ask) => (
            <TextField
              key={placeOf(ask)}
              label={ask.business.name}
              hint={ask.kpi.currency ?? t(`kpis.unit.${ask.kpi.unit}`)}
              inputMode="decimal"
              maxLength={24}
              value={typed[placeOf(ask)] ?? ''}
              onChange={(value) => setTyped((before) => ({ ...before, [placeOf(ask)]: value }))}
              error={errorOf(ask)}
            />
          ))}
        </AskGroup>
      ))}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {answered.length === 0
          ? t('answer.nothingYet')
          : t('answer.count', { count: answered.length, all: asks.length })}
      </Typography>
      <Button
        type="submit"
        variant="contained"
        disabled={isSending || answered.length === 0}
        sx={{ height: 40 }}
      >
        {isSending ? t('answer.sending') : t('answer.send')}
      </Button>
    </DoorForm>
  )
}

function AskGroup({ asks, children }: { asks: Ask[]; children: React.ReactNode }) {
  const [first] = asks
  if (!first) return null
  return (
    <Box component="fieldset" sx={GROUP}>
      <Box component="legend" sx={LEGEND}>
        {first.kpi.name} · {first.period}
      </Box>
      {first.kpi.description && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {first.kpi.description}
        </Typography>
      )}
      {children}
    </Box>
  )
}

function placeOf({ business, kpi, period }: Ask): string {
  return `${business.id} ${kpi.id} ${period}`
}

const GROUP = {
  m: 0,
  p: 0,
  minWidth: 0,
  display: 'grid',
  gap: 4,
  border: 0,
  borderTop: '1px solid var(--mui-palette-divider)',
  pt: 4,
} as const
const LEGEND = { float: 'left', width: '100%', p: 0, fontWeight: 600 } as const
