import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { RAIL_BELOW } from './theme.ts'

const WIDTH = 440

/** Beside the list where there is room, so that both can be read; over it where there is not. Escape closes. */
export function SidePanel(given: {
  title: string
  actions?: React.ReactNode
  onClose: () => void
  children: React.ReactNode
}) {
  const isBeside = useMediaQuery(`(min-width: ${RAIL_BELOW}px)`, { noSsr: true })
  const { onClose } = given
  if (isBeside) return <BesidePanel {...given} />
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      slotProps={{ paper: { 'aria-label': given.title, sx: { width: `min(${WIDTH}px, 100vw)` } } }}
    >
      <PanelBody {...given} />
    </Drawer>
  )
}

function BesidePanel(given: Parameters<typeof SidePanel>[0]) {
  const { onClose, title } = given
  return (
    <Box
      component="aside"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      sx={{
        width: WIDTH,
        flex: 'none',
        minHeight: 0,
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'background.paper',
        borderLeft: '1px solid var(--mui-palette-divider)',
      }}
    >
      <PanelBody {...given} />
    </Box>
  )
}

function PanelBody({ title, actions, onClose, children }: Parameters<typeof SidePanel>[0]) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A form focuses its own first field; only where nothing inside took the focus does the heading get it.
    const panel = heading.current?.closest('aside, .MuiDrawer-paper')
    if (!panel?.contains(document.activeElement) || panel === document.activeElement) heading.current?.focus()
  }, [])
  return (
    <>
      <Box
        sx={{
          flex: 'none',
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          minHeight: 48,
          pl: 5,
          pr: 2,
          borderBottom: '1px solid var(--mui-palette-divider)',
        }}
      >
        <Typography
          variant="h2"
          ref={heading}
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            py: 2,
            overflowWrap: 'anywhere',
            '&:focus-visible': { outline: 'none' },
          }}
        >
          {title}
        </Typography>
        {actions}
        <IconButton aria-label={t('panel.close')} title={t('panel.close')} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>{children}</Box>
    </>
  )
}
