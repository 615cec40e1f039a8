import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api.ts'
import { Choice } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { isStandardRole, STANDARD_ROLES, type StandardRole } from '../settings/standard-roles.ts'
import { DoorForm } from './door-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Into a demonstration: in whose role, and no password. Whoever was invited into it can sign in as well. */
export function DemoDoor() {
  const { t } = useTranslation()
  const [role, setRole] = useState<StandardRole>('owner')
  const [isSigningIn, setSigningIn] = useState(false)
  const { send, isSending, problem } = useWrite('identity.enter-demo')
  if (isSigningIn) return <SignInForm />
  const options = STANDARD_ROLES.map((one) => ({ value: one, label: t(`role.${one}.name`) }))
  return (
    <DoorForm
      title={t('demo.doorTitle')}
      detail={t('demo.doorDetail')}
      problem={problem}
      onSubmit={() => void send({ role })}
    >
      <Field label={t('demo.lookAs')} hint={t(`role.${role}.explained`)}>
        {(ids) => (
          <Choice
            ids={ids}
            value={role}
            options={options}
            onChange={(value) => isStandardRole(value) && setRole(value)}
          />
        )}
      </Field>
      <Button type="submit" variant="contained" disabled={isSending} sx={{ height: 40 }}>
        {isSending ? t('demo.entering') : t('demo.enter')}
      </Button>
      <Box>
        <Button onClick={() => setSigningIn(true)}>{t('demo.signIn')}</Button>
      </Box>
    </DoorForm>
  )
}
