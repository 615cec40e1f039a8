import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { useRead, useWrite, type Output } from '../../api.ts'
import { ActorMark } from '../../design/actor-mark.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { CopyId } from '../../design/copy-id.tsx'
import { FactLine } from '../../design/fact-line.tsx'
import { formatInstant, formatMoney } from '../../design/format.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { PanelTitle } from '../../design/panel-title.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import type { Book } from './banking-words.ts'
import { UnpostedLines } from './unposted-lines.tsx'

type Pending = Output<'ledger.get-pending'>

/** One entry that waits: what it holds and until when, what it would post; and to post it or to give it up. */
export function PendingPanel(given: {
  book: Book
  pendingId: string
  mayPost: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { book, pendingId, mayPost, onClose } = given
  const { data, problem, again } = useRead('ledger.get-pending', { pendingId })
  return (
    <SidePanel title={data?.memo ?? t('pending.title')} onClose={onClose}>
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {!data && !problem && <Skeleton height={12} width="40%" sx={{ m: 5 }} />}
      {data && (
        <>
          <Facts pending={data} />
          {data.state === 'open' && mayPost && <Settle pending={data} onClose={onClose} />}
          <PanelTitle>{t('banking.lines')}</PanelTitle>
          <UnpostedLines book={book} lines={data.lines} />
        </>
      )}
    </SidePanel>
  )
}

function Facts({ pending }: { pending: Pending }) {
  const { t } = useTranslation()
  const { id, bookId, state, expiresAt, holds, actor, createdAt, effectiveOn, source, externalId, entryId } =
    pending
  const who = actor.name ?? t(`banking.software.${actor.kind}`)
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('pending.stateTitle')}>
        {t(`pending.state.${state}`)}
        {entryId !== null && (
          <Box
            component={Link}
            to={`/banking/${bookId}/entries?open=${entryId}`}
            sx={{ ...DRILL, display: 'block' }}
          >
            {t('pending.theEntry')}
          </Box>
        )}
      </FactLine>
      <FactLine label={t('pending.until')}>{formatInstant(expiresAt)}</FactLine>
      <FactLine label={t('pending.holds')}>
        {holds.map(({ account, amount, currency }) => (
          <Box key={account.id}>
            {formatMoney(amount, currency)}
            <Box sx={SECOND_LINE}>
              {account.code} {account.name}
            </Box>
          </Box>
        ))}
        {holds.length === 0 && t('pending.holdsNothing')}
      </FactLine>
      <FactLine label={t('banking.day')}>{effectiveOn}</FactLine>
      <FactLine label={t('pending.reservedBy')}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <ActorMark name={who} isPerson={actor.kind === 'person'} size={20} />
          {who}
        </Box>
        <Box sx={SECOND_LINE}>{formatInstant(createdAt)}</Box>
      </FactLine>
      <FactLine label={t('banking.source')}>
        {source}
        {externalId !== null && <Box sx={SECOND_LINE}>{externalId}</Box>}
      </FactLine>
      <FactLine label={t('banking.id')}>
        <CopyId id={id} />
      </FactLine>
    </Box>
  )
}

function Settle({
  pending: { id: pendingId, bookId, memo },
  onClose,
}: {
  pending: Pending
  onClose: () => void
}) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [isAsked, setAsked] = useState(false)
  const [post, giveUp] = [useWrite('ledger.post-pending'), useWrite('ledger.void-pending')]
  const postIt = async () => {
    const posted = await post.send({ pendingId })
    if (!posted) return
    const link = { to: `/banking/${bookId}/entries?open=${posted.id}`, text: t('banking.look') }
    dispatch(toastShown({ text: t('banking.postedToast', { memo }), link }))
    onClose()
  }
  const giveItUp = async () => {
    if (!(await giveUp.send({ pendingId }))) return
    dispatch(toastShown({ text: t('pending.voidedToast', { memo }) }))
    onClose()
  }
  return (
    <Box sx={{ px: 5, py: 4, display: 'grid', gap: 3 }}>
      {post.problem && <ProblemNotice problem={post.problem} />}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" disabled={post.isSending} onClick={() => void postIt()}>
          {t('banking.post')}
        </Button>
        <Button onClick={() => setAsked(true)}>{t('pending.void')}</Button>
      </Box>
      {isAsked && (
        <ConfirmDialog
          title={t('pending.voidTitle')}
          detail={t('pending.voidDetail', { memo })}
          confirm={t('pending.void')}
          cancel={t('settings.cancel')}
          isSending={giveUp.isSending}
          problem={giveUp.problem}
          onCancel={() => setAsked(false)}
          onConfirm={() => void giveItUp()}
        />
      )}
    </Box>
  )
}
