import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { Icon, type IconName } from '../../design/icon.tsx'

/** Beside the one main button of a room: on phones its sign alone, with the words for those who cannot see it. */
export function HeaderAction(given: {
  label: string
  icon: IconName
  title?: string
  disabled?: boolean
  to?: string
  onClick?: () => void
}) {
  const { label, icon, title = label, disabled = false, to, onClick } = given
  const content = (
    <>
      <Icon name={icon} size={14} />
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, ml: 1.5 }}>
        {label}
      </Box>
    </>
  )
  const looks = {
    variant: 'outlined',
    title,
    'aria-label': label,
    sx: { minWidth: { xs: 40, sm: 0 } },
  } as const
  if (to !== undefined) {
    return (
      <Button {...looks} component={Link} to={to}>
        {content}
      </Button>
    )
  }
  return (
    <Button {...looks} disabled={disabled} onClick={onClick}>
      {content}
    </Button>
  )
}
