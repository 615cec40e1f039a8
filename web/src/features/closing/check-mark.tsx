import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { standingOf, type Check } from './closing-words.ts'

const LOOKS = {
  met: { icon: 'check', color: 'success.main' },
  open: { icon: 'clock', color: 'text.secondary' },
  blocked: { icon: 'warning', color: 'warning.main' },
} as const

/** How a check stands, by shape, colour and word; a link where something can be done about it. */
export function CheckMark({ check, to }: { check: Check; to?: string | undefined }) {
  const { t } = useTranslation()
  const standing = standingOf(check)
  const { icon, color } = LOOKS[standing]
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', verticalAlign: 'top', gap: 1, color }}
    >
      <Icon name={icon} size={14} />
      {to === undefined ? (
        <span title={check.says}>{t(`closing.standing.${standing}`)}</span>
      ) : (
        <Box component={Link} to={to} title={check.says} sx={{ ...DRILL, color: 'inherit' }}>
          {t(`closing.standing.${standing}`)}
        </Box>
      )}
    </Box>
  )
}
