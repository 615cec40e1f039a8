import Box from '@mui/material/Box'
import { Icon, type IconName } from './icon.tsx'

/** Something that is to be read before going on: a ruled box with a coloured edge, its icon and what it says. */
export function NoticeFrame(given: {
  /** True where it is to be read out at once. */
  isAlert: boolean
  icon: IconName
  tone: 'error' | 'primary'
  children: React.ReactNode
}) {
  return (
    <Box
      {...(given.isAlert ? { role: 'alert' } : { component: 'output' })}
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr)',
        columnGap: 2,
        px: 3,
        py: 2.5,
        border: '1px solid var(--mui-palette-divider)',
        borderLeft: `2px solid var(--mui-palette-${given.tone}-main)`,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ color: `${given.tone}.main`, pt: 0.5 }}>
        <Icon name={given.icon} />
      </Box>
      <div>{given.children}</div>
    </Box>
  )
}
