import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../api.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import { changesOf, draftOf, type BusinessDraft } from './business-draft.ts'
import { BusinessForm } from './business-form.tsx'
import type { Business } from './stages.ts'

const CHANGED_MEANWHILE = 'businesses.changed-meanwhile'

/** Sends what changed, with the revision that it was changed from: nobody's work is overwritten unseen. */
export function EditBusiness({ current, onDone }: { current: Business; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  // What the person began from; a newer version that arrives meanwhile must not count as their own change.
  const [base] = useState(current)
  const { send, isSending, problem } = useWrite('businesses.update-business')
  const save = async (draft: BusinessDraft, revision: number | undefined) => {
    const changes = changesOf(draftOf(base), draft)
    if (Object.keys(changes).length === 0) return onDone()
    const saved = await send({ businessId: base.id, ...changes, ...(revision !== undefined && { revision }) })
    if (!saved) return
    const { business, previous } = saved
    const undo = {
      operation: 'businesses.update-business',
      input: {
        businessId: base.id,
        ...previous,
        ...(business.revision > 1 && { takesBack: business.revision }),
      },
    } as const
    dispatch(toastShown({ text: t('business.savedToast', { name: business.name }), undo }))
    onDone()
  }
  const isConflict = problem?.code === CHANGED_MEANWHILE
  return (
    <BusinessForm
      start={draftOf(base)}
      problem={problem}
      isSending={isSending}
      submitLabel={t('form.save')}
      isChange
      onSubmit={(draft) => void save(draft, base.revision)}
      onCancel={onDone}
      renderNotice={
        isConflict
          ? (draft) => <Conflict onKeepMine={() => void save(draft, undefined)} onTakeTheirs={onDone} />
          : undefined
      }
    />
  )
}

function Conflict({ onKeepMine, onTakeTheirs }: { onKeepMine: () => void; onTakeTheirs: () => void }) {
  const { t } = useTranslation()
  return (
    <Box
      role="alert"
      sx={{
        p: 3,
        border: '1px solid var(--mui-palette-divider)',
        borderLeft: '2px solid var(--mui-palette-warning-main)',
      }}
    >
      <Box sx={{ fontSize: 13, fontWeight: 600 }}>{t('form.conflict')}</Box>
      <Box sx={{ mt: 1, fontSize: 13 }}>{t('form.conflictDetail')}</Box>
      <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button variant="outlined" onClick={onKeepMine}>
          {t('form.keepMine')}
        </Button>
        <Button onClick={onTakeTheirs}>{t('form.takeTheirs')}</Button>
      </Box>
    </Box>
  )
}
