import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages, type Row } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { MONO } from '../../design/theme.ts'
import { EditRole, NewRole } from './role-panel.tsx'
import { SectionTitle } from './section-title.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { STANDARD_ROLES } from './standard-roles.ts'
import { useSidePanel } from './use-side-panel.ts'
import { useMay } from '../identity/use-may.ts'
import { May } from '../identity/may.tsx'

/** The six roles that every studio has, and its own beside them. */
export function RolesSection() {
  const { t } = useTranslation()
  const list = usePages('identity.list-roles', { limit: 200 })
  const { isOpen, id, open, close } = useSidePanel()
  const columns = [
    { key: 'name', title: t('roles.name') },
    { key: 'allows', title: t('roles.allows') },
  ]
  return (
    <SettingsFrame
      here="roles"
      reading={list}
      action={
        <May permission="identity.manage-people">
          <Button variant="contained" onClick={() => open('new')} startIcon={<Icon name="plus" size={14} />}>
            {t('roles.new')}
          </Button>
        </May>
      }
      panel={<RolePanel isNew={isOpen('new')} roleId={id('role')} roles={list.rows} onClose={close} />}
    >
      <LedgerRows label={t('roles.standard')} columns={columns}>
        {STANDARD_ROLES.map((role) => (
          <tr key={role}>
            <Box component="td" sx={{ fontWeight: 500, width: { sm: '25%' } }}>
              {t(`role.${role}.name`)}
            </Box>
            <td>{t(`role.${role}.explained`)}</td>
          </tr>
        ))}
      </LedgerRows>
      <SectionTitle>{t('roles.own')}</SectionTitle>
      {list.rows?.length === 0 ? (
        <Box sx={{ px: { xs: 4, sm: 6 }, pb: 6, color: 'text.secondary' }}>{t('roles.none')}</Box>
      ) : (
        <LedgerRows label={t('roles.own')} columns={columns}>
          {list.rows?.map((role) => (
            <OwnRole key={role.id} role={role} />
          ))}
        </LedgerRows>
      )}
    </SettingsFrame>
  )
}

function OwnRole({ role: { id, name, permissions } }: { role: Row<'identity.list-roles'> }) {
  return (
    <tr>
      <Box component="td" sx={{ width: { sm: '25%' } }}>
        <Box component={Link} to={`/settings/roles?role=${id}`} sx={{ ...DRILL, fontWeight: 500 }}>
          {name}
        </Box>
      </Box>
      <Box component="td" sx={{ '&&': { fontFamily: MONO, fontSize: 12 } }}>
        {permissions.join(', ')}
      </Box>
    </tr>
  )
}

function RolePanel(given: {
  isNew: boolean
  roleId: string | undefined
  roles: Row<'identity.list-roles'>[] | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { isNew, roleId, roles, onClose } = given
  const mayManage = useMay('identity.manage-people')
  if (isNew) {
    if (!mayManage) return null
    return (
      <SidePanel title={t('roles.new')} onClose={onClose}>
        <NewRole onDone={onClose} />
      </SidePanel>
    )
  }
  if (!roleId || !roles) return null
  const role = roles.find(({ id }) => id === roleId)
  const title = role && (mayManage ? t('roles.editTitle', role) : role.name)
  return (
    <SidePanel key={roleId} title={title ?? t('roles.name')} onClose={onClose}>
      {!role && <Box sx={{ p: 5 }}>{t('roles.missing')}</Box>}
      {role && mayManage && <EditRole role={role} onDone={onClose} />}
      {role && !mayManage && (
        <Box sx={{ p: 5, fontFamily: MONO, fontSize: 12, overflowWrap: 'anywhere' }}>
          {role.permissions.join(', ')}
        </Box>
      )}
    </SidePanel>
  )
}
