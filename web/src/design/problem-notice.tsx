import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Problem } from '#contract/operations.d.ts'
import { heldAs, NOT_FOUND } from '../api-call.ts'
import { HeldNotice } from './held-notice.tsx'
import { NoticeFrame } from './notice-frame.tsx'
import { Sentence } from './sentence.tsx'
import { MONO } from './theme.ts'

/** What is wrong and what to do, in the server's own words, with the code for whoever helps; or that it waits. */
export function ProblemNotice(given: {
  problem: Problem
  onRetry?: (() => void) | undefined
  children?: React.ReactNode
}) {
  const { t } = useTranslation()
  const { title, detail, code, requestId } = given.problem
  const approvalId = heldAs(given.problem)
  if (approvalId) return <HeldNotice {...{ title, approvalId }} />
  return (
    <NoticeFrame isAlert icon="warning" tone="error">
      <Typography variant="h3">{title}</Typography>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        <Sentence>{detail}</Sentence>
      </Typography>
      <Box
        sx={{
          mt: 1,
          fontFamily: MONO,
          fontSize: 11,
          lineHeight: '16px',
          color: 'text.secondary',
          overflowWrap: 'anywhere',
        }}
      >
        {requestId ? t('problem.reference', { code, requestId }) : code}
      </Box>
      {(given.onRetry ?? given.children) && (
        <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {given.onRetry &&
            (given.problem.status === NOT_FOUND ? (
              <WayBack />
            ) : (
              <Button variant="outlined" onClick={given.onRetry}>
                {t('problem.retry')}
              </Button>
            ))}
          {given.children}
        </Box>
      )}
    </NoticeFrame>
  )
}

/** What does not exist is not there on a second try either: the way leads to the room, and to what there is. */
function WayBack() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <Button variant="outlined" component={Link} to={`/${pathname.split('/')[1] ?? ''}`}>
      {t('problem.wayBack')}
    </Button>
  )
}
