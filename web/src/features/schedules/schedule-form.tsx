import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import type { Book } from '../banking/banking-words.ts'
import { useChoices } from '../banking/use-choices.ts'
import { goesOnAfter, type Kind } from './schedule-draft.ts'
import { ScheduleLines } from './schedule-lines.tsx'
import { ScheduleTerms } from './schedule-terms.tsx'
import { useScheduleForm } from './use-schedule-form.ts'

/** Terms of one kind. Nothing is posted by keeping them: what is due is posted when schedules are run. */
export function ScheduleForm({ book, kind }: { book: Book; kind: Kind }) {
  const { t } = useTranslation()
  const choices = useChoices(book)
  const form = useScheduleForm({ book, kind, accounts: choices.accounts })
  const { days, problem } = form
  const hasLines = kind === 'recurring' || kind === 'reversing'
  return (
    <Box
      component="form"
      noValidate
      aria-label={t(`schedules.newKind.${kind}`)}
      aria-busy={form.isBusy}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        void form.goOn()
      }}
      sx={{ px: { xs: 4, sm: 6 }, py: 5, display: 'grid', gap: 4 }}
    >
      <div>
        <Typography variant="h2">{t(`schedules.newKind.${kind}`)}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(`schedules.kindHint.${kind}`)}
        </Typography>
      </div>
      {problem && problem.errors.length === 0 && <ProblemNotice problem={problem} />}
      <ScheduleTerms {...{ book, kind, form, choices }} />
      {hasLines && <ScheduleLines {...{ form, choices }} />}
      {days && <PlannedDays days={days} isEndless={goesOnAfter(kind, form.draft, days)} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={form.isBusy}>
          {t(days ? 'schedules.keep' : 'schedules.showPlan')}
        </Button>
        {hasLines && <Button onClick={form.lines.addLine}>{t('banking.addLine')}</Button>}
        <Button onClick={form.leave}>{t('settings.cancel')}</Button>
      </Box>
    </Box>
  )
}

function PlannedDays({ days, isEndless }: { days: string[]; isEndless: boolean }) {
  const { t } = useTranslation()
  return (
    <Box component="section" aria-live="polite" sx={{ fontSize: 13, lineHeight: '20px', maxWidth: 720 }}>
      <Box sx={{ fontWeight: 600 }}>
        {days.length === 0
          ? t('schedules.nothingDue')
          : t(isEndless ? 'schedules.duePlanEndless' : 'schedules.duePlan', { count: days.length })}
      </Box>
      <Box component="ul" tabIndex={0} aria-label={t('schedules.plan')} sx={DAYS}>
        {days.map((day) => (
          <li key={day}>{day}</li>
        ))}
      </Box>
      <Box sx={{ mt: 1, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
        {t('schedules.planNote')}
      </Box>
    </Box>
  )
}

const DAYS = {
  listStyle: 'none',
  m: 0,
  mt: 1,
  p: 0,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 4,
  maxHeight: 120,
  overflowY: 'auto',
  fontFeatureSettings: "'tnum', 'zero'",
} as const
