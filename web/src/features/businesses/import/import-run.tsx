import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isRecord } from '#kernel/records.ts'
import { useRead, type Output } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { useEvery } from '../../../design/use-every.ts'
import { RunMark } from '../../runs/run-mark.tsx'
import { RunProgress } from '../../runs/run-progress.tsx'
import { isMoving } from '../../runs/run-words.ts'
import type { ImportTarget } from './targets.ts'
import { useTakeBack } from './use-take-back.ts'

const LOOK_MS = 500

/** Where the result of a run says how many came in, and where they are to be seen. */
const MADE = { businesses: 'created', values: 'recorded', entities: 'entities' } as const
const SHOWN_AT = {
  businesses: (runId: string) => `/businesses?run=${runId}`,
  values: () => '/businesses/kpis',
  entities: () => '/businesses/entities/tree',
} as const

/** The import at work, and what came of it. */
export function ImportRun(given: { target: ImportTarget; runId: string; onAgain: () => void }) {
  const { t } = useTranslation()
  const { target, runId, onAgain } = given
  const { data, problem, again } = useRead('runs.get-run', { runId })
  useEvery(data && isMoving(data.run) ? LOOK_MS : 0, again)
  return (
    <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720, display: 'grid', gap: 4, justifyItems: 'start' }}>
      {problem && <ProblemNotice problem={problem} onRetry={again} />}
      {data && <RunState target={target} run={data.run} />}
      {data && !isMoving(data.run) && (
        <Button variant="outlined" onClick={onAgain}>
          {t('import.again')}
        </Button>
      )}
    </Box>
  )
}

function RunState({ target, run }: { target: ImportTarget; run: Output<'runs.get-run'>['run'] }) {
  const { t } = useTranslation()
  const { takeBack, isSending, problem } = useTakeBack(target, run.id)
  const made = isRecord(run.result) ? Number(run.result[MADE[target]]) : 0
  const isDone = run.status === 'done'
  return (
    <>
      <div>
        <Typography variant="h2" component="output" sx={{ display: 'block', mb: 2 }}>
          {isDone
            ? t(`import.done.${target}`, { count: made })
            : isMoving(run)
              ? run.title
              : t('import.failed')}
        </Typography>
        <Box sx={{ fontSize: 13 }}>
          <RunMark run={run} />
        </Box>
      </div>
      {isMoving(run) && (
        <Box sx={{ width: '100%', maxWidth: 480 }}>
          <RunProgress run={run} />
          <Typography variant="body2" sx={{ mt: 3, color: 'text.secondary' }}>
            {t('import.working')}
          </Typography>
        </Box>
      )}
      {run.problem && <Typography variant="body2">{run.problem.message}</Typography>}
      {problem && <ProblemNotice problem={problem} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {isDone && (
          <Button variant="contained" component={Link} to={SHOWN_AT[target](run.id)}>
            {t('import.show')}
          </Button>
        )}
        {isDone && target !== 'entities' && (
          <Button variant="outlined" disabled={isSending} onClick={() => void takeBack()}>
            {t('import.takeBack')}
          </Button>
        )}
        <Button component={Link} to={`/runs/${run.id}`}>
          {t('import.openRun')}
        </Button>
      </Box>
    </>
  )
}
