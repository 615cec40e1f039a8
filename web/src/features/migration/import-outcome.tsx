import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead, type Output } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useEvery } from '../../design/use-every.ts'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { RunMark } from '../runs/run-mark.tsx'
import { RunProgress } from '../runs/run-progress.tsx'
import { isMoving } from '../runs/run-words.ts'
import { PostedCompanies } from './posted-companies.tsx'
import { TieOutTable } from './tie-out-table.tsx'

const LOOK_MS = 500

type Posted = Output<'migration.get-import'>

/** The import at work; and once it is done the tie-out, read from the books. */
export function ImportOutcome({ importId, onAgain }: { importId: string; onAgain: () => void }) {
  const { t } = useTranslation()
  const { data, problem, again } = useRead('migration.get-import', { importId })
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
      {problem && (
        <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {data && <AtWork posted={data} onMoved={again} />}
      {data && (
        <Box sx={{ px: { xs: 4, sm: 6 }, pb: 6 }}>
          <Button variant="outlined" onClick={onAgain}>
            {t('migration.another')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

function AtWork({ posted, onMoved }: { posted: Posted; onMoved: () => void }) {
  const { t } = useTranslation()
  const { data, problem, again } = useRead('runs.get-run', { runId: posted.import.runId })
  const run = data?.run
  const moves = run !== undefined && isMoving(run)
  useEvery(moves ? LOOK_MS : 0, () => {
    again()
    onMoved()
  })
  if (problem) {
    return (
      <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <ProblemNotice problem={problem} onRetry={again} />
      </Box>
    )
  }
  if (!run) return null
  if (run.status === 'done') return <TiedOut posted={posted} />
  return (
    <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720, display: 'grid', gap: 4, justifyItems: 'start' }}>
      <Typography variant="h2" component="output">
        {moves ? run.title : t('migration.failed')}
      </Typography>
      <Box sx={{ fontSize: 13 }}>
        <RunMark run={run} />
      </Box>
      {moves && (
        <Box sx={{ width: '100%', maxWidth: 480 }}>
          <RunProgress run={run} />
          <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
            {t('migration.working')}
          </Typography>
        </Box>
      )}
      {run.problem && <Typography variant="body2">{run.problem.message}</Typography>}
      <Button component={Link} to={`/runs/${run.id}`}>
        {t('migration.openRun')}
      </Button>
    </Box>
  )
}

function TiedOut({ posted }: { posted: Posted }) {
  const { t } = useTranslation()
  const { get, put } = useQueryPlace()
  const { companies, rows, tiesOut } = posted
  const shown = companies.find(({ company }) => company === get('company')) ?? companies[0]
  const differences = companies.reduce((sum, one) => sum + one.differences, 0)
  return (
    <>
      <Box sx={{ px: { xs: 4, sm: 6 }, pt: { xs: 4, sm: 6 }, pb: 4 }}>
        <Typography
          variant="h2"
          component="output"
          sx={{ display: 'flex', alignItems: 'center', gap: 2, color: tiesOut ? undefined : 'error.main' }}
        >
          <Icon name={tiesOut ? 'check' : 'warning'} />
          {tiesOut ? t('migration.tied') : t('migration.untied', { count: differences })}
        </Typography>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
          {t('migration.readFromBooks')}
        </Typography>
      </Box>
      <PostedCompanies companies={companies} shown={shown?.company} onShow={(company) => put({ company })} />
      {shown && (
        <TieOutTable
          title={t('migration.tieOut', { company: shown.company })}
          currency={shown.currency}
          bookId={shown.bookId}
          asOf={shown.asOf}
          rows={rows.filter(({ company }) => company === shown.company)}
        />
      )}
    </>
  )
}
