import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { useWrite, type Row } from '../../api.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Kpi } from './figure.ts'

/** Asks whoever owns these silent businesses for the value that is due; each gets one mail with one link. */
export function AskOwners({ kpi, rows }: { kpi: Kpi; rows: Row<'kpis.list-stale'>[] }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('kpis.request-values')
  const [first] = rows
  const ask = async () => {
    if (!first) return
    const businessIds = rows.map(({ business }) => business.id)
    const asked = await send({ kpiId: kpi.id, businessIds, period: first.duePeriod })
    if (!asked) return
    const words = [
      t('kpis.requests.askedToast', { count: asked.requests.length }),
      ...(asked.notAsked.length > 0
        ? [t('kpis.requests.notAskedToast', { count: asked.notAsked.length })]
        : []),
      ...(asked.isMailed || asked.requests.length === 0 ? [] : [t('kpis.requests.inFilesToast')]),
    ]
    dispatch(toastShown({ text: words.join(' ') }))
  }
  return (
    <Box sx={{ px: { xs: 4, sm: 6 }, py: 3, display: 'grid', gap: 3, maxWidth: 720 }}>
      {problem && <ProblemNotice problem={problem} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Button variant="outlined" disabled={isSending} onClick={() => void ask()}>
          {isSending ? t('kpis.requests.asking') : t('kpis.requests.ask', { count: rows.length })}
        </Button>
        <Box component={Link} to="/businesses/kpis/requests" sx={DRILL}>
          {t('kpis.requests.title')}
        </Box>
      </Box>
    </Box>
  )
}
