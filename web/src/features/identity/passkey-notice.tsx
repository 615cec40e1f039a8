import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { NoticeFrame } from '../../design/notice-frame.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import type { PasskeyFailure } from './passkey-failure.ts'

/** Why it came to nothing: what the server refused, or what the device did not do. */
export function PasskeyNotice(given: { problem: Problem | undefined; failure: PasskeyFailure | undefined }) {
  const { t } = useTranslation()
  const { problem, failure } = given
  if (problem) return <ProblemNotice problem={problem} />
  if (!failure) return null
  return (
    <NoticeFrame isAlert icon="warning" tone="error">
      {t(`passkey.failures.${failure}`)}
    </NoticeFrame>
  )
}
