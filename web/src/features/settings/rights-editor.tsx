import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useTranslation } from 'react-i18next'
import { Choice, type ChoiceOption } from '../../design/choice.tsx'
import { Field } from '../../design/field.tsx'
import { Icon } from '../../design/icon.tsx'
import { newRight, type RightDraft } from './rights-draft.ts'
import { ScopeField } from './scope-field.tsx'
import { STANDARD_ROLES } from './standard-roles.ts'
import { useOwnRoles } from './use-own-roles.ts'

const RIGHTS_MAX = 50

/** Rows of "this role on that": for people, invitations and keys alike. There is always at least one. */
export function RightsEditor(given: {
  rights: RightDraft[]
  onChange: (rights: RightDraft[]) => void
  error?: string | undefined
}) {
  const { t } = useTranslation()
  const { rights, onChange } = given
  const own = useOwnRoles()
  const roles: ChoiceOption[] = [
    ...STANDARD_ROLES.map((role) => ({ value: role, label: t(`role.${role}.name`) })),
    ...own.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const change = (key: string, part: Partial<RightDraft>) =>
    onChange(rights.map((right) => (right.key === key ? { ...right, ...part } : right)))
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, minWidth: 0, display: 'grid', gap: 3 }}>
      <Box component="legend" sx={{ p: 0, mb: 2, fontSize: 13, lineHeight: '20px', fontWeight: 600 }}>
        {t('rights.label')}
      </Box>
      {rights.map(({ key, role, covers }) => (
        <Box key={key} sx={ROW}>
          <Field label={t('rights.role')}>
            {(ids) => (
              <Choice ids={ids} value={role} options={roles} onChange={(to) => change(key, { role: to })} />
            )}
          </Field>
          <ScopeField covers={covers} onChange={(to) => change(key, { covers: to })} />
          <IconButton
            aria-label={t('rights.remove')}
            title={t('rights.remove')}
            disabled={rights.length === 1}
            onClick={() => onChange(rights.filter((right) => right.key !== key))}
            sx={{ mt: '20px' }}
          >
            <Icon name="close" size={14} />
          </IconButton>
        </Box>
      ))}
      {given.error && <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'error.main' }}>{given.error}</Box>}
      <Button
        disabled={rights.length >= RIGHTS_MAX}
        onClick={() => onChange([...rights, newRight()])}
        startIcon={<Icon name="plus" size={14} />}
        sx={{ justifySelf: 'start', mx: -2 }}
      >
        {t('rights.add')}
      </Button>
    </Box>
  )
}

const ROW = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 6fr) auto',
  columnGap: 2,
  alignItems: 'start',
} as const
