import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { focusOnMount } from '../../design/focus-on-mount.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import type { BoardRow, CloseKind } from './closing-words.ts'
import { SpanWords } from './span-words.tsx'
import { ToldList } from './told-list.tsx'
import { useClose, type Preview, type Told } from './use-close.ts'

/** What would be closed and what stands in the way, as a dry run tells it; then what became of each book. */
export function CloseDialog(given: {
  kind: CloseKind
  month: string
  rows: BoardRow[]
  onClose: (isDone: boolean) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const { kind, month, rows, onClose } = given
  const [despite, setDespite] = useState('')
  const { preview, look, apply, done, isSending, problem } = useClose({ kind, month, rows })
  useOnce(() => void look())
  const reason = despite.trim()
  const count = preview ? preview.ready.length + (reason === '' ? 0 : preview.unmet.length) : 0
  const leave = () => onClose(done !== undefined)
  return (
    <Dialog
      open
      onClose={leave}
      aria-labelledby={`${id}-title`}
      slotProps={{ paper: { sx: { width: 560, m: { xs: 2, sm: 4 } } } }}
    >
      <Box sx={{ p: 5, display: 'grid', gap: 4, minHeight: 0 }} aria-busy={isSending}>
        <Typography variant="h2" id={`${id}-title`}>
          {t(`closing.closeTitle.${kind}`, { month })}
        </Typography>
        <Typography variant="body2" sx={{ mt: -3, color: 'text.secondary' }}>
          {t(`closing.closeDetail.${kind}`)}
        </Typography>
        {!preview && !problem && <Skeleton height={12} width="50%" />}
        {preview && !done && (
          <Foreseen preview={preview} kind={kind} month={month} hasReason={reason !== ''} onGo={leave} />
        )}
        {preview && !done && preview.unmet.length > 0 && (
          <TextField
            label={t('closing.despite')}
            hint={t('closing.despiteHint', { count: preview.unmet.length })}
            maxLength={400}
            value={despite}
            onChange={setDespite}
          />
        )}
        {done && <Became done={done} kind={kind} onGo={leave} />}
        {problem && <ProblemNotice problem={problem} />}
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button onClick={leave} ref={focusOnMount} variant={done ? 'contained' : 'text'}>
            {t(done ? 'closing.done' : 'settings.cancel')}
          </Button>
          {!done && (
            <Button
              variant="contained"
              disabled={isSending || count === 0}
              onClick={() => preview && void apply(preview, reason)}
            >
              {t(`closing.closeSubmit.${kind}`, { count })}
            </Button>
          )}
        </Box>
      </Box>
    </Dialog>
  )
}

function Foreseen(given: {
  preview: Preview
  kind: CloseKind
  month: string
  hasReason: boolean
  onGo: () => void
}) {
  const { t } = useTranslation()
  const { preview, kind, month, hasReason, onGo } = given
  const { ready, alike, unmet, stuck } = preview
  return (
    <Box component="section" aria-live="polite" sx={{ fontSize: 13, lineHeight: '20px' }}>
      <SpanWords
        month={month}
        froms={[...ready, ...(hasReason ? unmet : [])].map(({ outcome }) => outcome.from)}
      />
      <ToldList title={t(`closing.willClose.${kind}`, { count: ready.length })} all={ready} />
      <ToldList
        title={t(hasReason ? 'closing.closesDespite' : 'closing.isBlocked', { count: unmet.length })}
        all={unmet}
        isWarning
        onGo={onGo}
      />
      <ToldList title={t('closing.isStuck', { count: stuck.length })} all={stuck} isWarning onGo={onGo} />
      {alike.length > 0 && (
        <Box sx={{ mt: 3, color: 'text.secondary' }}>{t('closing.alike', { count: alike.length })}</Box>
      )}
    </Box>
  )
}

function Became({ done, kind, onGo }: { done: Told[]; kind: CloseKind; onGo: () => void }) {
  const { t } = useTranslation()
  const closed = done.filter(({ outcome }) => outcome.blockers.length === 0)
  const held = done.filter(({ outcome }) => outcome.blockers.length > 0)
  return (
    <Box component="section" aria-live="polite" sx={{ fontSize: 13, lineHeight: '20px' }}>
      <ToldList title={t(`closing.wasClosed.${kind}`, { count: closed.length })} all={closed} />
      <ToldList title={t('closing.isBlocked', { count: held.length })} all={held} isWarning onGo={onGo} />
    </Box>
  )
}

/** Once, also where React mounts twice. */
function useOnce(look: () => void): void {
  const hasLooked = useRef(false)
  useEffect(() => {
    if (hasLooked.current) return
    hasLooked.current = true
    look()
  })
}
