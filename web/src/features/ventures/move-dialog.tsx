import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useRead, useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { changesOf, draftOf } from '../businesses/business-draft.ts'
import { MoveFields } from '../businesses/move-fields.tsx'
import { isStage, STAGES, type ListedBusiness, type Stage } from '../businesses/stages.ts'

/** Where to, from which day on, on what evidence and why; the history keeps who decided it. What is not allowed the server says. */
export function MoveDialog(given: {
  business: ListedBusiness
  stage: Stage | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const { business, onClose } = given
  const me = useRead('identity.get-me', {})
  const before = draftOf(business)
  const [draft, setDraft] = useState({ ...before, stage: given.stage ?? business.stage })
  const { move, isSending, problem } = useMove(business, onClose)
  const others = STAGES.filter((stage) => stage !== business.stage)
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      slotProps={{ paper: { sx: { width: 480, m: { xs: 2, sm: 4 } } } }}
    >
      <Box
        component="form"
        noValidate
        aria-busy={isSending}
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault()
          if (draft.stage !== business.stage && !isSending) void move(changesOf(before, draft))
        }}
        sx={{ p: 5, display: 'grid', gap: 4, minHeight: 0 }}
      >
        <Typography variant="h2" id={`${id}-title`}>
          {t('ventures.moveTitle', { name: business.name, stage: t(`stage.${business.stage}`) })}
        </Typography>
        <Field label={t('ventures.to')}>
          {(ids) => (
            <Choice
              ids={ids}
              takesFocus
              value={draft.stage === business.stage ? '' : draft.stage}
              options={[
                { value: '', label: t('bulk.choose') },
                ...others.map((stage) => ({ value: stage, label: t(`stage.${stage}`) })),
              ]}
              onChange={(value) => setDraft({ ...draft, stage: isStage(value) ? value : business.stage })}
            />
          )}
        </Field>
        <MoveFields
          draft={draft}
          set={(name) => (value) => setDraft((now) => ({ ...now, [name]: value }))}
          problem={problem}
        />
        {me.data && (
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            {t('ventures.decidedBy', { name: me.data.actor.name })}
          </Box>
        )}
        {problem && <ProblemNotice problem={problem} />}
        <Box sx={{ display: 'flex', gap: 2, justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={draft.stage === business.stage}>
            {t('ventures.move')}
          </Button>
        </Box>
      </Box>
    </Dialog>
  )
}

/** Sends the move with the revision that was looked at, and offers to take it back. */
function useMove(business: ListedBusiness, onDone: () => void) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('businesses.update-business')
  const move = async (changes: ReturnType<typeof changesOf>) => {
    const { id: businessId, revision } = business
    const saved = await send({ businessId, revision, ...changes })
    if (!saved) return
    const undo = {
      operation: 'businesses.update-business',
      input: { businessId, ...saved.previous, takesBack: saved.business.revision },
    } as const
    const text = t('ventures.moved', { name: business.name, stage: t(`stage.${saved.business.stage}`) })
    dispatch(toastShown({ text, undo }))
    onDone()
  }
  return { move, isSending, problem }
}
