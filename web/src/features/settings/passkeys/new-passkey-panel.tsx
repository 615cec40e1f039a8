import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../../api-call.ts'
import { SideForm } from '../../../design/side-form.tsx'
import { SidePanel } from '../../../design/side-panel.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { PasskeyNotice } from '../../identity/passkey-notice.tsx'
import { useAddPasskey } from '../../identity/use-add-passkey.ts'
import { useDeviceWords } from '../use-device-words.ts'

const PASSWORD_NEEDED = 'identity.password-needed'
const WRONG_PASSWORD = 'identity.wrong-sign-in'

/** The password is asked for only where the sign-in was not just now: the server says when. */
export function NewPasskeyPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [label, setLabel] = useState(useDeviceWords(navigator.userAgent))
  const [currentPassword, setPassword] = useState<string>()
  const { add, isWaiting, problem, failure } = useAddPasskey()
  const asksPassword = problem?.code === PASSWORD_NEEDED || currentPassword !== undefined
  const isOfField = problem && [PASSWORD_NEEDED, WRONG_PASSWORD].includes(problem.code)
  const submit = async () => {
    const added = await add({ label, ...(currentPassword !== undefined && { currentPassword }) })
    if (!added) return
    dispatch(toastShown({ text: t('passkey.addedToast', { name: added.label }) }))
    onClose()
  }
  return (
    <SidePanel title={t('passkey.add')} onClose={onClose}>
      <SideForm problem={isOfField ? undefined : problem} onSubmit={() => void submit()}>
        <PasskeyNotice problem={undefined} failure={failure} />
        <TextField
          label={t('passkey.nameLabel')}
          hint={t('passkey.nameHint')}
          takesFocus
          maxLength={60}
          value={label}
          onChange={setLabel}
          error={errorAt(problem, '/label')}
        />
        {asksPassword && (
          <TextField
            label={t('sessions.current')}
            hint={t('passkey.passwordHint')}
            type="password"
            autoComplete="current-password"
            takesFocus
            maxLength={200}
            value={currentPassword ?? ''}
            onChange={setPassword}
            error={
              problem?.code === WRONG_PASSWORD
                ? t('sessions.wrongCurrent')
                : errorAt(problem, '/currentPassword')
            }
          />
        )}
        <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{t('passkey.addDetail')}</Box>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Button type="submit" variant="contained" disabled={isWaiting}>
            {isWaiting ? t('passkey.waiting') : t('passkey.make')}
          </Button>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
        </Box>
      </SideForm>
    </SidePanel>
  )
}
