import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { useWrite, type Output } from '../../api.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { daysOfMonth } from './closing-words.ts'

type Refused = Output<'closing.run-schedules'>['outcomes']

/** Posts what is due up to the end of the month; what is refused is told, each for itself. */
export function RunSchedules({ bookId, month }: { bookId: string; month: string }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('closing.run-schedules')
  const [refused, setRefused] = useState<Refused>([])
  const run = async () => {
    const done = await send({ bookIds: [bookId], through: daysOfMonth(month).to })
    if (!done) return
    const posted = done.outcomes.filter(({ entryId }) => entryId !== null)
    setRefused(done.outcomes.filter(({ entryId }) => entryId === null))
    dispatch(toastShown({ text: t('closing.ranToast', { count: posted.length }) }))
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {refused.length > 0 && (
        <Box component="ul" role="alert" sx={{ m: 0, pl: 4, color: 'error.main', overflowWrap: 'anywhere' }}>
          {refused.map(({ scheduleId, number, effectiveOn, message }) => (
            <li key={`${scheduleId} ${number}`}>
              {t('closing.refusedOn', { day: effectiveOn, message: message ?? '' })}
            </li>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Button variant="outlined" disabled={isSending} onClick={() => void run()}>
          {t('closing.run')}
        </Button>
        <Box component={Link} to={`/banking/${bookId}/schedules`} sx={DRILL}>
          {t('closing.toSchedules')}
        </Box>
      </Box>
    </>
  )
}
