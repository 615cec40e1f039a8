import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { SubjectTalk } from '../talk/subject-talk.tsx'
import { ApprovalFacts } from './approval-facts.tsx'
import { Decision } from './decision.tsx'
import { WhatHappens } from './what-happens.tsx'
import { wordsOf } from '../settings/audit-words.ts'

/** One approval: what will happen, who asks for it, and the decision. */
export function ApprovalPanel(given: { approvalId: string; meId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { approvalId, meId, onClose } = given
  const { data: approval, problem, again } = useRead('approvals.get-approval', { approvalId })
  return (
    <SidePanel title={approval ? wordsOf(approval.operation) : t('approvals.one')} onClose={onClose}>
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {!problem && !approval && (
        <Box component="output" aria-label={t('approvals.loading')} sx={{ display: 'grid', gap: 4, p: 5 }}>
          {[62, 80, 44].map((width) => (
            <Skeleton key={width} height={12} width={`${width}%`} />
          ))}
        </Box>
      )}
      {approval && !problem && (
        <>
          <Decision {...{ approval, meId }} />
          <WhatHappens approval={approval} />
          <ApprovalFacts approval={approval} />
          <SubjectTalk subjectId={approval.id} />
        </>
      )}
    </SidePanel>
  )
}
