import { useTranslation } from 'react-i18next'
import { SIGN_PATHS, SignMark, type Sign } from '../../design/sign-mark.tsx'
import type { Run, RunStatus } from './run-words.ts'

const SIGNS: Record<RunStatus, Sign> = {
  queued: { path: 'M3 7h.01M7 7h.01M11 7h.01', colour: 'text.secondary' },
  running: { path: 'M4.5 3 11 7l-6.5 4Z', colour: 'primary.main' },
  waiting: { path: SIGN_PATHS.clock, colour: 'text.secondary' },
  'outcome-unknown': {
    path: 'M5 5a2 2 0 1 1 2.9 1.8C7.2 7.1 7 7.5 7 8.25M7 11v.01',
    colour: 'warning.main',
  },
  failed: { path: SIGN_PATHS.cross, colour: 'error.main' },
  done: { path: SIGN_PATHS.check, colour: 'success.main' },
  cancelled: { path: SIGN_PATHS.dash, colour: 'text.secondary' },
}

export function RunMark({ run }: { run: Run }) {
  const { t } = useTranslation()
  const { status, isCancelling, repeatsEveryS } = run
  const isStanding = repeatsEveryS !== null && status === 'waiting'
  const word = isCancelling ? 'cancelling' : isStanding ? 'standing' : status
  return <SignMark sign={SIGNS[status]}>{t(`runs.word.${word}`)}</SignMark>
}
