import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useRead, useWrite, type Output } from '../../../api.ts'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { StageMark } from '../stage-mark.tsx'
import { useMay } from '../../identity/use-may.ts'

type Clock = Output<'businesses.list-stage-clocks'>['clocks'][number]

/** How long a business may stand at each stage; empty is any time. */
export function StageClocks() {
  const { t } = useTranslation()
  const { data, problem, again } = useRead('businesses.list-stage-clocks', {})
  const maySet = useMay('businesses.write-stage-clocks')
  if (problem)
    return (
      <Box sx={{ px: { xs: 4, sm: 6 } }}>
        <ProblemNotice problem={problem} onRetry={again} />
      </Box>
    )
  return (
    <LedgerRows
      label={t('portfolio.clocks.title')}
      columns={[
        { key: 'stage', title: t('businesses.stage') },
        { key: 'days', title: t('portfolio.clocks.days') },
      ]}
    >
      {data?.clocks.map((clock) => (
        <tr key={`${clock.stage} ${clock.daysMax}`}>
          <Box component="td" sx={{ '&&': { verticalAlign: 'middle' } }}>
            <StageMark stage={clock.stage} />
          </Box>
          <td>{maySet ? <ClockForm clock={clock} /> : <ClockTold clock={clock} />}</td>
        </tr>
      ))}
    </LedgerRows>
  )
}

/** For whoever reads it and may not set it. */
function ClockTold({ clock: { daysMax, isOwn } }: { clock: Clock }) {
  const { t } = useTranslation()
  return (
    <Box sx={LINE}>
      {daysMax ?? t('portfolio.clocks.anyTime')}
      <Origin isOwn={isOwn} />
    </Box>
  )
}

function Origin({ isOwn }: { isOwn: boolean }) {
  const { t } = useTranslation()
  return (
    <Box component="span" sx={{ fontSize: 12, color: 'text.secondary' }}>
      {t(isOwn ? 'portfolio.clocks.own' : 'portfolio.clocks.asItComes')}
    </Box>
  )
}

function ClockForm({ clock: { stage, daysMax, isOwn } }: { clock: Clock }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const setting = useWrite('businesses.set-stage-clock')
  const was = daysMax === null ? '' : String(daysMax)
  const [days, setDays] = useState(was)
  const isNumber = /^[1-9]\d{0,3}$/.test(days)
  const save = async () => {
    const done = await setting.send({ stage, daysMax: days === '' ? null : Number(days) })
    if (!done) return
    const undo = {
      operation: 'businesses.set-stage-clock',
      input: { stage, daysMax: done.previous },
    } as const
    dispatch(toastShown({ text: t('portfolio.clocks.setToast', { stage: t(`stage.${stage}`) }), undo }))
  }
  return (
    <Box
      component="form"
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        if (days !== was && (days === '' || isNumber)) void save()
      }}
      sx={LINE}
    >
      <OutlinedInput
        value={days}
        placeholder={t('portfolio.clocks.anyTime')}
        error={days !== '' && !isNumber}
        onChange={(event) => setDays(event.target.value.trim())}
        slotProps={{
          input: {
            inputMode: 'numeric',
            maxLength: 4,
            'aria-label': t('portfolio.clocks.daysOf', { stage: t(`stage.${stage}`) }),
          },
        }}
        sx={{ width: 112 }}
      />
      {days !== was && (
        <Button type="submit" disabled={setting.isSending || (days !== '' && !isNumber)}>
          {t('portfolio.clocks.save')}
        </Button>
      )}
      {days !== '' && !isNumber && (
        <Box component="span" role="alert" sx={{ fontSize: 12, color: 'error.main' }}>
          {t('portfolio.clocks.notDays')}
        </Box>
      )}
      {days === was && <Origin isOwn={isOwn} />}
      {setting.problem && (
        <Box sx={{ width: '100%' }}>
          <ProblemNotice problem={setting.problem} />
        </Box>
      )}
    </Box>
  )
}

const LINE = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, py: 0.5 } as const
