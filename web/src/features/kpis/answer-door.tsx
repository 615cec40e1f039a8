import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#contract/operations.d.ts'
import { useWrite, type Output } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { useLinkToken } from '../../shell/use-link-token.ts'
import { DoorFrame } from '../identity/door-frame.tsx'
import { DoorMessage } from '../identity/door-message.tsx'
import { IncompleteLink } from '../identity/incomplete-link.tsx'
import { AnswerForm } from './answer-form.tsx'

type Opened = Output<'kpis.open-request'>

/** The page of a link that asks for values. Nobody signs in for it; the link is good for this and for nothing else. */
export function AnswerDoor() {
  const token = useLinkToken('answer')
  return (
    <DoorFrame>{token === undefined ? <IncompleteLink /> : <Asked key={token} token={token} />}</DoorFrame>
  )
}

function Asked({ token }: { token: string }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Opened>()
  const [recorded, setRecorded] = useState<number>()
  const { send: open, problem } = useWrite('kpis.open-request')
  const hasAsked = useRef(false)
  useEffect(() => {
    // Once: that it was opened is recorded each time.
    if (hasAsked.current) return
    hasAsked.current = true
    void open({ token }).then(setOpened)
  }, [open, token])
  useEffect(() => {
    document.title = t('app.tabTitle', { room: t('answer.title') })
  }, [t])
  if (problem)
    return (
      <DoorMessage title={t('answer.closed')} detail={t('answer.closedDetail')}>
        <ProblemNotice
          problem={problem}
          {...(!isFinal(problem) && { onRetry: () => void open({ token }).then(setOpened) })}
        />
      </DoorMessage>
    )
  if (!opened) return <Waiting label={t('answer.opening')} />
  if (recorded === undefined) return <AnswerForm opened={opened} token={token} onDone={setRecorded} />
  const words = { count: recorded, studio: opened.studioName }
  return <DoorMessage title={t('answer.done')} detail={t('answer.doneDetail', words)} />
}

/** What was refused stays refused; what got no answer may get one. */
function isFinal({ status }: Problem): boolean {
  return [403, 404, 409].includes(status)
}

function Waiting({ label }: { label: string }) {
  return (
    <Box component="output" aria-label={label} aria-busy="true" sx={{ display: 'grid', gap: 5 }}>
      <Skeleton height={28} width="60%" />
      <Skeleton height={40} />
      <Skeleton height={40} />
      <Button variant="contained" disabled sx={{ height: 40 }}>
        {label}
      </Button>
    </Box>
  )
}
