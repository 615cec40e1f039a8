import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'

/** A lost authenticator is confirmed, for it has no undo; a removal is done at once, and taken back by its toast. */
export function LeavingPerson(given: {
  person: { personId: string; displayName: string }
  onLeft: () => void
}) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [isAsking, setAsking] = useState(false)
  const { personId, displayName: name } = given.person
  const resetting = useWrite('identity.reset-second-factor')
  const removing = useWrite('identity.end-membership')
  const remove = async () => {
    if (!(await removing.send({ personId }))) return
    const undo = { operation: 'identity.restore-membership', input: { personId } } as const
    dispatch(toastShown({ text: t('people.removedToast', { name }), undo }))
    given.onLeft()
  }
  const reset = async () => {
    if (!(await resetting.send({ personId }))) return
    setAsking(false)
    dispatch(toastShown({ text: t('people.resetToast', { name }) }))
  }
  return (
    <Box sx={{ display: 'grid', gap: 5, p: 5, borderTop: '1px solid var(--mui-palette-divider)' }}>
      <Act
        label={t('people.reset')}
        note={t('people.resetDetail', { name })}
        isSending={resetting.isSending}
        onAct={() => {
          resetting.forget()
          setAsking(true)
        }}
      />
      <Act
        label={t('people.remove')}
        note={t('people.removeDetail')}
        isSending={removing.isSending}
        onAct={() => void remove()}
      />
      {removing.problem && <ProblemNotice problem={removing.problem} />}
      {isAsking && (
        <ConfirmDialog
          title={t('people.resetTitle', { name })}
          detail={t('people.resetDetail', { name })}
          confirm={t('people.resetConfirm')}
          cancel={t('settings.cancel')}
          isSending={resetting.isSending}
          problem={resetting.problem}
          onConfirm={() => void reset()}
          onCancel={() => setAsking(false)}
        />
      )}
    </Box>
  )
}

function Act(given: { label: string; note: string; isSending: boolean; onAct: () => void }) {
  return (
    <div>
      <Button variant="outlined" disabled={given.isSending} onClick={given.onAct}>
        {given.label}
      </Button>
      <Box sx={{ mt: 1.5, ...SECOND_LINE }}>{given.note}</Box>
    </div>
  )
}
