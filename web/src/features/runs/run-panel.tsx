import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { FactLine } from '../../design/fact-line.tsx'
import { CopyId } from '../../design/copy-id.tsx'
import { formatInstant } from '../../design/format.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { useEvery } from '../../design/use-every.ts'
import { SubjectTalk } from '../talk/subject-talk.tsx'
import { May } from '../identity/may.tsx'
import { RunActions } from './run-actions.tsx'
import { RunMark } from './run-mark.tsx'
import { RunProgress } from './run-progress.tsx'
import { RunSteps } from './run-steps.tsx'
import { isMoving, type Run } from './run-words.ts'

const LOOK_MS = 1000

/** One run: where it stands, what it did so far, and what can be done about it. */
export function RunPanel({ runId, onClose }: { runId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { data, problem, again } = useRead('runs.get-run', { runId })
  useEvery(data && isMoving(data.run) ? LOOK_MS : 0, again)
  return (
    <SidePanel title={data?.run.title ?? t('runs.one')} onClose={onClose}>
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {data && !problem && (
        <>
          <May permission="runs.write">
            <RunActions run={data.run} />
          </May>
          <RunFacts run={data.run} />
          <RunSteps steps={data.steps} total={data.stepsTotal} />
          <SubjectTalk subjectId={data.run.id} />
        </>
      )}
    </SidePanel>
  )
}

function RunFacts({ run }: { run: Run }) {
  const { t } = useTranslation()
  const { problem, requester, repeatsEveryS, passes, status } = run
  const isPlanned = status === 'queued' || status === 'waiting'
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('runs.status')}>
        <RunMark run={run} />
      </FactLine>
      {problem && <FactLine label={t('runs.because')}>{problem.message}</FactLine>}
      {run.progress && (
        <FactLine label={t('runs.progressLabel')}>
          <RunProgress run={run} />
        </FactLine>
      )}
      {run.result && Object.keys(run.result).length > 0 && (
        <FactLine label={t('runs.result')}>
          <RunResult result={run.result} />
        </FactLine>
      )}
      {isPlanned && <FactLine label={t('runs.next')}>{formatInstant(run.dueAt)}</FactLine>}
      {repeatsEveryS !== null && (
        <FactLine label={t('runs.repeats')}>{t('runs.every', { count: repeatsEveryS, passes })}</FactLine>
      )}
      <FactLine label={t('runs.who')}>{requester.name}</FactLine>
      <FactLine label={t('runs.created')}>{formatInstant(run.createdAt)}</FactLine>
      {run.startedAt && <FactLine label={t('runs.started')}>{formatInstant(run.startedAt)}</FactLine>}
      {run.endedAt && <FactLine label={t('runs.ended')}>{formatInstant(run.endedAt)}</FactLine>}
      <FactLine label={t('business.id')}>
        <CopyId id={run.id} />
      </FactLine>
    </Box>
  )
}

/** What a program tells of its end: short values in its own words. */
function RunResult({ result }: { result: Record<string, unknown> }) {
  return Object.entries(result).map(([name, value]) => (
    <Box key={name} sx={{ display: 'flex', gap: 2 }}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {name}
      </Box>
      <span>{typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)}</span>
    </Box>
  ))
}
