import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../../design/day-field.tsx'
import { Field } from '../../../design/field.tsx'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import type { Business } from '../stages.ts'
import type { BulkKind } from './bulk-change.ts'
import { BulkField, wantedFrom } from './bulk-field.tsx'
import { BulkPreview } from './bulk-preview.tsx'
import { useBulkChange } from './use-bulk-change.ts'

const DATED: ReadonlySet<BulkKind> = new Set(['stage', 'category', 'entity', 'owner'])

/** What to change, then what that would do, then done. Enter goes on in each step, Escape leaves. */
export function BulkDialog(given: {
  kind: BulkKind
  chosen: readonly Business[]
  onClose: () => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const { kind, chosen, onClose, onDone } = given
  const [value, setValue] = useState('')
  const [effectiveOn, setEffectiveOn] = useState('')
  const isDated = DATED.has(kind)
  const { preview, look, apply, forget, isTrying, isSending, problem } = useBulkChange(chosen)
  const chosenValue = wantedFrom(kind, value)
  const wanted = chosenValue && isDated && effectiveOn ? { ...chosenValue, effectiveOn } : chosenValue
  const anew = (set: (next: string) => void) => (next: string) => {
    set(next)
    forget()
  }
  const isBusy = isTrying || isSending
  usePreviewAtOnce(kind === 'archive' || kind === 'restore', () => wanted && void look(wanted))
  // Asked of a ref, for a second click can come before the first has drawn; and the button stays enabled, or it would lose
  // the focus between the preview and what follows it.
  const isGoing = useRef(false)
  const goOn = async () => {
    if (isGoing.current || !wanted) return
    isGoing.current = true
    if (!preview) await look(wanted)
    else if (preview.changing.length > 0 && (await apply(preview))) onDone()
    isGoing.current = false
  }
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      slotProps={{ paper: { sx: { width: 520, m: { xs: 2, sm: 4 } } } }}
    >
      <Box
        component="form"
        noValidate
        aria-busy={isBusy}
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault()
          void goOn()
        }}
        sx={{ p: 5, display: 'grid', gap: 4, minHeight: 0 }}
      >
        <Typography variant="h2" id={`${id}-title`}>
          {t(`bulk.title.${kind}`, { count: chosen.length })}
        </Typography>
        <BulkField kind={kind} value={value} onChange={anew(setValue)} />
        {isDated && <EffectiveOn value={effectiveOn} onChange={anew(setEffectiveOn)} />}
        {preview && <BulkPreview preview={preview} />}
        {problem && <ProblemNotice problem={problem} />}
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!wanted || preview?.changing.length === 0}>
            {preview ? t('bulk.apply', { count: preview.changing.length }) : t('bulk.preview')}
          </Button>
        </Box>
      </Box>
    </Dialog>
  )
}

function EffectiveOn(given: { value: string; onChange: (day: string) => void }) {
  const { t } = useTranslation()
  return (
    <Field label={t('bulk.effectiveOn')} hint={t('bulk.effectiveHint')}>
      {(ids) => <DayField ids={ids} {...given} />}
    </Field>
  )
}

/** Where there is nothing to choose, the preview is all that is left to see. */
function usePreviewAtOnce(isWanted: boolean, look: () => void): void {
  const hasLooked = useRef(false)
  useEffect(() => {
    if (!isWanted || hasLooked.current) return
    hasLooked.current = true
    look()
  })
}
