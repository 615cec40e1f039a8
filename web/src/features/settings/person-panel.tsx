import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useWrite, type Row } from '../../api.ts'
import { CopyId } from '../../design/copy-id.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { LeavingPerson } from './leaving-person.tsx'
import { draftsOf, grantsOf } from './rights-draft.ts'
import { RightsEditor } from './rights-editor.tsx'
import { RightsWords } from './rights-words.tsx'
import { useMay } from '../identity/use-may.ts'

type Person = Row<'identity.list-people'>

/** One person: their rights, and what can be done when they lose an authenticator or leave. */
export function PersonPanel(given: { person: Person | undefined; isLoading: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { person, isLoading, onClose } = given
  const mayManage = useMay('identity.manage-people')
  return (
    <SidePanel title={person?.displayName ?? t('people.person')} onClose={onClose}>
      {!person && !isLoading && <Box sx={{ p: 5 }}>{t('people.missing')}</Box>}
      {person && (
        <>
          <Box sx={{ px: 5, py: 3, borderBottom: '1px solid var(--mui-palette-divider)' }}>
            <Box sx={{ overflowWrap: 'anywhere' }}>{person.email}</Box>
            <CopyId id={person.personId} />
          </Box>
          {mayManage ? (
            <>
              <RightsForm person={person} onDone={onClose} />
              <LeavingPerson person={person} onLeft={onClose} />
            </>
          ) : (
            <Box sx={{ p: 5 }}>
              <RightsWords rights={person.grants} />
            </Box>
          )}
        </>
      )}
    </SidePanel>
  )
}

function RightsForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [rights, setRights] = useState(() => draftsOf(person.grants))
  const { send, isSending, problem } = useWrite('identity.set-person-grants')
  const { personId, displayName: name } = person
  const save = async () => {
    const saved = await send({ personId, grants: grantsOf(rights) })
    if (!saved) return
    const undo = {
      operation: 'identity.set-person-grants',
      input: { personId, grants: saved.previous },
    } as const
    dispatch(toastShown({ text: t('people.savedToast', { name }), undo }))
    onDone()
  }
  return (
    <SideForm problem={problem} onSubmit={() => void save()}>
      <RightsEditor rights={rights} onChange={setRights} error={errorAt(problem, '/grants')} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : t('people.saveRights')}
        </Button>
        <Button onClick={onDone}>{t('settings.cancel')}</Button>
      </Box>
    </SideForm>
  )
}
