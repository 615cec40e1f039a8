import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { useWrite } from '../../api.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { daysOfMonth } from './closing-words.ts'

/** Values what is in foreign currency at the rates of the last day. A rate that is missing is recorded first. */
export function RevalueButton({ bookId, month }: { bookId: string; month: string }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('ledger.revalue-book')
  const { to } = daysOfMonth(month)
  const revalue = async () => {
    const done = await send({ bookId, on: to })
    if (!done) return
    const { entryId } = done
    if (entryId === null) dispatch(toastShown({ text: t('closing.nothingChanged') }))
    else {
      const link = { to: `/banking/${bookId}/entries?open=${entryId}`, text: t('banking.look') }
      dispatch(toastShown({ text: t('closing.revaluedToast', { day: to }), link }))
    }
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Button variant="outlined" disabled={isSending} onClick={() => void revalue()}>
          {t('closing.revalue', { day: to })}
        </Button>
        <Box component={Link} to="/banking/rates" sx={DRILL}>
          {t('rates.title')}
        </Box>
      </Box>
    </>
  )
}
