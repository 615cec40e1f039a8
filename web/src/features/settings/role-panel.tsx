import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import type { Problem } from '#contract/operations.d.ts'
import { errorAt } from '../../api-call.ts'
import { useWrite, type Row } from '../../api.ts'
import { SideForm } from '../../design/side-form.tsx'
import { TextField } from '../../design/text-field.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { PermissionChoice } from './permission-choice.tsx'

/** A start that lets somebody sign in and look around. */
const FIRST_PERMISSIONS = ['*.read', 'identity.use-own']

export function NewRole({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [name, setName] = useState('')
  const { send, isSending, problem } = useWrite('identity.create-role')
  const create = async (permissions: string[]) => {
    if (!(await send({ name, permissions }))) return
    dispatch(toastShown({ text: t('roles.createdToast', { name }) }))
    onDone()
  }
  return (
    <RoleForm
      start={FIRST_PERMISSIONS}
      submit={t('roles.create')}
      {...{ isSending, problem }}
      onSubmit={(permissions) => void create(permissions)}
      onCancel={onDone}
    >
      <TextField
        label={t('roles.nameLabel')}
        takesFocus
        maxLength={60}
        value={name}
        onChange={setName}
        error={errorAt(problem, '/name')}
      />
    </RoleForm>
  )
}

export function EditRole({ role, onDone }: { role: Row<'identity.list-roles'>; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('identity.update-role')
  const { id: roleId, name } = role
  const save = async (permissions: string[]) => {
    const saved = await send({ roleId, permissions })
    if (!saved) return
    const undo = {
      operation: 'identity.update-role',
      input: { roleId, permissions: saved.previous },
    } as const
    dispatch(toastShown({ text: t('roles.savedToast', { name }), undo }))
    onDone()
  }
  return (
    <RoleForm
      start={role.permissions}
      submit={t('settings.save')}
      {...{ isSending, problem }}
      onSubmit={(permissions) => void save(permissions)}
      onCancel={onDone}
    />
  )
}

function RoleForm(given: {
  start: readonly string[]
  submit: string
  isSending: boolean
  problem: Problem | undefined
  onSubmit: (permissions: string[]) => void
  onCancel: () => void
  children?: React.ReactNode
}) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState([...given.start])
  const { problem, isSending } = given
  const error = errorAt(problem, '/permissions')
  return (
    <SideForm problem={problem} onSubmit={() => given.onSubmit(chosen)}>
      {given.children}
      {error && <Box sx={{ color: 'error.main' }}>{chosen.length === 0 ? t('roles.chooseSome') : error}</Box>}
      <PermissionChoice chosen={chosen} onChange={setChosen} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : given.submit}
        </Button>
        <Button onClick={given.onCancel}>{t('settings.cancel')}</Button>
      </Box>
    </SideForm>
  )
}
