import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { useWrite, type Output } from '../../api.ts'
import { formatInstant } from '../../design/format.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { RefuseForm } from './refuse-form.tsx'
import { StatusMark } from './status-mark.tsx'
import { wordsOf } from '../settings/audit-words.ts'

type Approval = Output<'approvals.get-approval'>

/** How it stands, and what the reader can do about it: decide, take it back, or read why not. */
export function Decision({ approval, meId }: { approval: Approval; meId: string }) {
  const { status } = approval
  return (
    <Box sx={{ px: 5, py: 4, borderBottom: '1px solid var(--mui-palette-divider)' }}>
      <Box sx={{ fontSize: 13, fontWeight: 500 }}>
        <StatusMark status={status} />
      </Box>
      {status === 'pending' ? <Pending {...{ approval, meId }} /> : <Outcome approval={approval} />}
    </Box>
  )
}

function Pending({ approval, meId }: { approval: Approval; meId: string }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { id: approvalId, operation, requester, personBehind, canDecide, cannotDecideBecause } = approval
  const accepting = useWrite('approvals.accept-approval')
  const withdrawing = useWrite('approvals.withdraw-approval')
  const [isRefusing, setRefusing] = useState(false)
  const isOwn = requester.id === meId || personBehind?.id === meId
  const problem = accepting.problem ?? withdrawing.problem
  const name = wordsOf(operation)
  const withdraw = async () => {
    if (await withdrawing.send({ approvalId }))
      dispatch(toastShown({ text: t('approvals.withdrawnToast', { name }) }))
  }
  if (isRefusing) return <RefuseForm {...{ approvalId, name }} onDone={() => setRefusing(false)} />
  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 2 }}>
      {cannotDecideBecause && <Box sx={{ fontSize: 13, textWrap: 'pretty' }}>{cannotDecideBecause}</Box>}
      {problem && <ProblemNotice problem={problem} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {canDecide && (
          <>
            <Button
              variant="contained"
              disabled={accepting.isSending}
              onClick={() => void accepting.send({ approvalId })}
            >
              {t('approvals.accept')}
            </Button>
            <Button variant="outlined" onClick={() => setRefusing(true)}>
              {t('approvals.refuse')}
            </Button>
          </>
        )}
        {isOwn && (
          <Button variant="outlined" disabled={withdrawing.isSending} onClick={() => void withdraw()}>
            {t('approvals.withdraw')}
          </Button>
        )}
      </Box>
    </Box>
  )
}

function Outcome({ approval }: { approval: Approval }) {
  const { t } = useTranslation()
  const { status, decidedBy, decidedAt, reason, problem, touches } = approval
  const businessId = touches.find((id) => id.startsWith('biz_'))
  const by = decidedBy && decidedAt && { name: decidedBy.name, instant: formatInstant(decidedAt) }
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2, fontSize: 13 }}>
      {by && <div>{status === 'refused' ? t('approvals.refusedBy', by) : t('approvals.acceptedBy', by)}</div>}
      {reason && (
        <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {t('approvals.reasonGiven', { reason })}
        </Box>
      )}
      {status === 'expired' && <div>{t('approvals.expiredDetail')}</div>}
      {problem && (
        <Box role="alert" sx={{ color: 'error.main', overflowWrap: 'anywhere' }}>
          {problem.message}
        </Box>
      )}
      {status === 'done' && businessId && (
        <Button
          component={Link}
          to={`/businesses/${businessId}`}
          variant="outlined"
          sx={{ justifySelf: 'start' }}
        >
          {t('approvals.showBusiness')}
        </Button>
      )}
    </Box>
  )
}
