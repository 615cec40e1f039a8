import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../../api-call.ts'
import { useWrite, type Row } from '../../../api.ts'
import { SideForm } from '../../../design/side-form.tsx'
import { SidePanel } from '../../../design/side-panel.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'

export function RenamePasskeyPanel(given: { passkey: Row<'identity.list-passkeys'>; onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { passkey, onClose } = given
  const [label, setLabel] = useState(passkey.label)
  const { send, isSending, problem } = useWrite('identity.rename-passkey')
  const rename = async () => {
    const { id: passkeyId } = passkey
    const done = await send({ passkeyId, label })
    if (!done) return
    const undo = {
      operation: 'identity.rename-passkey',
      input: { passkeyId, label: done.previous },
    } as const
    dispatch(toastShown({ text: t('passkey.renamedToast', { name: done.label }), undo }))
    onClose()
  }
  return (
    <SidePanel title={t('passkey.renameTitle')} onClose={onClose}>
      <SideForm problem={problem} onSubmit={() => void rename()}>
        <TextField
          label={t('passkey.nameLabel')}
          hint={t('passkey.nameHint')}
          takesFocus
          maxLength={60}
          value={label}
          onChange={setLabel}
          error={errorAt(problem, '/label')}
        />
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" disabled={isSending}>
            {isSending ? t('settings.saving') : t('settings.save')}
          </Button>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
        </Box>
      </SideForm>
    </SidePanel>
  )
}
