import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { decimalOf, minorOf } from '#kernel/money.ts'
import { today } from '#kernel/periods.ts'
import { errorAt } from '../../api-call.ts'
import { useRead, useWrite, type Output } from '../../api.ts'
import { DayField } from '../../design/day-field.tsx'
import { Field } from '../../design/field.tsx'
import { FactLine } from '../../design/fact-line.tsx'
import { formatAmount } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { PanelTitle } from '../../design/panel-title.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Book } from '../banking/banking-words.ts'
import { NUMBER } from '../banking/figure-rows.tsx'
import { useMay } from '../identity/use-may.ts'
import { PANEL_FIGURES } from '../statements/panel-figures.ts'
import { useEndWords } from './use-end-words.ts'

type Schedule = Output<'closing.get-schedule'>

/** A schedule with its plan: what is posted leads to its entry, the rest waits for its day. */
export function SchedulePanel(given: { book: Book; scheduleId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { book, scheduleId, onClose } = given
  const mayWrite = useMay('ledger.write')
  const endWords = useEndWords()
  const { data, problem, again } = useRead('closing.get-schedule', { scheduleId })
  return (
    <SidePanel title={data?.name ?? t('schedules.title')} onClose={onClose}>
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {!data && !problem && <Skeleton height={12} width="40%" sx={{ m: 5 }} />}
      {data && (
        <>
          <Box component="dl" sx={{ m: 0 }}>
            <FactLine label={t('schedules.kindTitle')}>{t(`schedules.kind.${data.kind}`)}</FactLine>
            <FactLine label={t('schedules.endedOn')}>{endWords(data.lastOn)}</FactLine>
          </Box>
          <PanelTitle>{t('schedules.plan')}</PanelTitle>
          <Plan schedule={data} currency={book.currency} />
          {mayWrite && <EndForm key={data.endedOn} schedule={data} />}
        </>
      )}
    </SidePanel>
  )
}

function Plan({ schedule: { bookId, occurrences }, currency }: { schedule: Schedule; currency: string }) {
  const { t } = useTranslation()
  if (occurrences.length === 0)
    return <Box sx={{ px: 5, py: 3, fontSize: 13, color: 'text.secondary' }}>{t('schedules.nothingDue')}</Box>
  return (
    <Box component="table" aria-label={t('schedules.plan')} sx={PLAN}>
      <thead>
        <tr>
          <th scope="col">{t('banking.day')}</th>
          <th scope="col">{t('banking.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {occurrences.map(({ number, effectiveOn, memo, lines, entryId }) => (
          <tr key={number}>
            <th scope="row">
              {effectiveOn}
              <Box sx={SECOND_LINE}>{memo}</Box>
              <Box sx={SECOND_LINE}>
                {entryId === null ? (
                  t('schedules.notPosted')
                ) : (
                  <Box component={Link} to={`/banking/${bookId}/entries?open=${entryId}`} sx={DRILL}>
                    {t('schedules.posted')}
                  </Box>
                )}
              </Box>
            </th>
            <Box component="td" sx={NUMBER}>
              {formatAmount(debitsOf(lines, currency), currency)}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function debitsOf(lines: Schedule['occurrences'][number]['lines'], currency: string): string {
  const read = lines.map(({ debit }) => minorOf(debit ?? '0', currency))
  return decimalOf(
    read.reduce((sum, one) => ('minor' in one ? sum + one.minor : sum), 0n),
    currency,
  )
}

function EndForm({ schedule: { id, name, endedOn } }: { schedule: Schedule }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [day, setDay] = useState(endedOn ?? today())
  const { send, isSending, problem } = useWrite('closing.end-schedule')
  const end = async () => {
    const done = await send({ scheduleId: id, endedOn: day })
    if (done) dispatch(toastShown({ text: t('schedules.endedToast', { name, day }) }))
  }
  return (
    <SideForm problem={problem} onSubmit={() => void end()}>
      <Field
        label={t('schedules.lastDay')}
        hint={t('schedules.lastDayHint')}
        error={errorAt(problem, '/endedOn')}
      >
        {(ids) => <DayField ids={ids} value={day} isLaterOpen onChange={setDay} />}
      </Field>
      <div>
        <Button type="submit" variant="outlined" disabled={isSending || day === ''}>
          {t('schedules.end')}
        </Button>
      </div>
    </SideForm>
  )
}

/** No sum stands at its end. */
const PLAN = {
  ...PANEL_FIGURES,
  '& tbody tr:last-of-type': { fontWeight: 400, '& th, & td': { fontWeight: 400 } },
} as const
