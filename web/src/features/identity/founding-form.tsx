import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { TextField } from '../../design/text-field.tsx'
import { DoorForm } from './door-form.tsx'

/** The first studio and its owner. Works once in the life of an installation. */
export function FoundingForm({ needsSetupCode }: { needsSetupCode: boolean }) {
  const { t } = useTranslation()
  const [given, setGiven] = useState({
    studioName: '',
    displayName: '',
    email: '',
    password: '',
    setupCode: '',
  })
  const { send, isSending, problem } = useWrite('identity.found-studio')
  const field = (name: keyof typeof given) => ({
    value: given[name],
    onChange: (value: string) => setGiven((before) => ({ ...before, [name]: value })),
    error: errorAt(problem, `/${name}`),
  })
  const { setupCode, ...rest } = given
  return (
    <DoorForm
      title={t('door.foundTitle')}
      detail={t('door.foundDetail')}
      problem={problem}
      onSubmit={() => void send(needsSetupCode ? { ...rest, setupCode: setupCode.trim() } : rest)}
    >
      <TextField
        label={t('door.studioName')}
        hint={t('door.studioNameHint')}
        autoComplete="organization"
        takesFocus
        maxLength={120}
        {...field('studioName')}
      />
      <TextField
        label={t('door.displayName')}
        autoComplete="name"
        maxLength={120}
        {...field('displayName')}
      />
      <TextField
        label={t('door.email')}
        type="email"
        autoComplete="username"
        maxLength={254}
        {...field('email')}
      />
      <TextField
        label={t('door.newPassword')}
        hint={t('door.newPasswordHint')}
        type="password"
        autoComplete="new-password"
        maxLength={200}
        {...field('password')}
      />
      {needsSetupCode && (
        <TextField
          label={t('door.setupCode')}
          hint={t('door.setupCodeHint')}
          maxLength={40}
          {...field('setupCode')}
        />
      )}
      <Button type="submit" variant="contained" disabled={isSending} sx={{ height: 40 }}>
        {isSending ? t('door.founding') : t('door.found')}
      </Button>
    </DoorForm>
  )
}
