import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { MONO } from '../../design/theme.ts'
import { Tick } from '../../design/tick.tsx'
import { useOpenApi } from '../reference/use-open-api.ts'
import { ABOVE_LIMIT, coveredBy, permissionGroups, type Permission } from './permissions.ts'

/** What a role allows, chosen from what the operations of this server ask for. */
export function PermissionChoice(given: { chosen: string[]; onChange: (chosen: string[]) => void }) {
  const { t } = useTranslation()
  const { operations, hasFailed } = useOpenApi()
  const { chosen, onChange } = given
  if (hasFailed) return <Box role="alert">{t('roles.unreadable')}</Box>
  const groups = permissionGroups(operations ?? [])
  const known = new Set(groups.flatMap(({ permissions }) => permissions.map(({ pattern }) => pattern)))
  // What an older or newer server knew stays in the role, and can be taken out.
  const others = operations ? chosen.filter((pattern) => !known.has(pattern)) : []
  const toggle = (pattern: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, pattern] : chosen.filter((other) => other !== pattern))
  const tick = (permission: Permission, module?: string) => (
    <PermissionTick key={permission.pattern} {...{ permission, module, chosen, toggle }} />
  )
  return (
    <>
      {groups.map(({ module, permissions }) => (
        <Group key={module ?? ''} title={module ?? t('roles.everywhere')}>
          {permissions.map((permission) => tick(permission, module))}
        </Group>
      ))}
      {others.length > 0 && (
        <Group title={t('roles.other')}>{others.map((pattern) => tick({ pattern, verbs: [] }))}</Group>
      )}
    </>
  )
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Box
        component="legend"
        sx={{ p: 0, fontSize: 13, fontWeight: 600, '&::first-letter': { textTransform: 'uppercase' } }}
      >
        {title}
      </Box>
      {children}
    </Box>
  )
}

function PermissionTick(given: {
  permission: Permission
  module: string | undefined
  chosen: string[]
  toggle: (pattern: string, isOn: boolean) => void
}) {
  const { t } = useTranslation()
  const { permission, module, chosen, toggle } = given
  const { pattern, verbs } = permission
  const above = coveredBy(pattern, chosen)
  const explained: Record<string, string> = {
    '*': t('roles.everything'),
    '*.read': t('roles.readAll'),
    [ABOVE_LIMIT]: t('roles.aboveLimit'),
    ...(module !== undefined && { [`${module}.*`]: t('roles.module', { module }) }),
  }
  return (
    <Tick
      label={
        <Box component="span" sx={{ fontFamily: MONO, fontSize: 12, overflowWrap: 'anywhere' }}>
          {pattern}
        </Box>
      }
      note={above ? t('roles.included', { pattern: above }) : (explained[pattern] ?? verbs.join(', '))}
      isOn={above !== undefined || chosen.includes(pattern)}
      isDisabled={above !== undefined && !chosen.includes(pattern)}
      onChange={(isOn) => toggle(pattern, isOn)}
    />
  )
}
