import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { Choice, type ChoiceOption } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { wordsOf } from './audit-words.ts'
import { useOpenApi } from '../reference/use-open-api.ts'
import { STANDARD_ROLES } from './standard-roles.ts'
import { useOwnRoles } from './use-own-roles.ts'

const HOURS = [4, 24, 72, 168, 720]
const RISKS = ['none', 'money', 'external', 'irreversible'] as const
const EVERYBODY = 'everybody'
const FIRST = 'businesses.archive-business'

export function NewRulePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <SidePanel title={t('rules.new')} onClose={onClose}>
      <NewRuleForm onDone={onClose} />
    </SidePanel>
  )
}

function NewRuleForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [what, setWhat] = useState(FIRST)
  const [role, setRole] = useState(EVERYBODY)
  const [hours, setHours] = useState('72')
  const { send, isSending, problem } = useWrite('approvals.create-rule')
  const [targets, roles] = [useTargets(), useRoleOptions()]
  const risk = RISKS.find((one) => one === what)
  const create = async () => {
    const made = await send({
      ...(risk ? { risk } : { operation: what }),
      role: role === EVERYBODY ? null : role,
      expiresAfterHours: Number(hours),
    })
    if (!made) return
    dispatch(toastShown({ text: t('rules.createdToast') }))
    onDone()
  }
  return (
    <SideForm problem={problem} onSubmit={() => void create()}>
      <Box sx={{ fontSize: 13, color: 'text.secondary', textWrap: 'pretty' }}>{t('rules.newDetail')}</Box>
      <Field label={t('rules.what')} error={errorAt(problem, '/operation')}>
        {(ids) => <Choice ids={ids} value={what} options={targets} onChange={setWhat} />}
      </Field>
      <Field label={t('rules.whom')} hint={t('rules.whomHint')} error={errorAt(problem, '/role')}>
        {(ids) => <Choice ids={ids} value={role} options={roles} onChange={setRole} />}
      </Field>
      <Field
        label={t('rules.expires')}
        hint={t('rules.expiresHint')}
        error={errorAt(problem, '/expiresAfterHours')}
      >
        {(ids) => (
          <Choice
            ids={ids}
            value={hours}
            options={HOURS.map((count) => ({ value: String(count), label: t('rules.waits', { count }) }))}
            onChange={setHours}
          />
        )}
      </Field>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : t('rules.create')}
        </Button>
        <Button onClick={onDone}>{t('settings.cancel')}</Button>
      </Box>
    </SideForm>
  )
}

/** Every write of a risk, and every operation of this server that can wait. */
function useTargets(): ChoiceOption[] {
  const { t } = useTranslation()
  const { operations } = useOpenApi()
  const risks = RISKS.map((risk) => ({ value: risk, label: t(`rules.risks.${risk}`) }))
  const named = (operations ?? [])
    .filter(({ canWait }) => canWait)
    .map(({ name, module }) => ({ value: name, label: `${wordsOf(name)} (${module})` }))
  const known = named.length > 0 ? named : [{ value: FIRST, label: wordsOf(FIRST) }]
  return [...known, ...risks]
}

function useRoleOptions(): ChoiceOption[] {
  const { t } = useTranslation()
  const own = useOwnRoles()
  return [
    { value: EVERYBODY, label: t('rules.everybody') },
    ...STANDARD_ROLES.map((role) => ({
      value: role,
      label: t('rules.onlyRole', { role: t(`role.${role}.name`) }),
    })),
    ...own.map(({ id, name }) => ({ value: id, label: t('rules.onlyRole', { role: name }) })),
  ]
}
