import Box from '@mui/material/Box'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Output } from '../api.ts'
import { NAV_WIDTH, PHONE_BELOW, RAIL_BELOW, RAIL_WIDTH } from '../design/theme.ts'
import { DEMO_BANNER, DEMO_LINE } from '../features/demo/demo-frame.ts'
import { useLiveUpdates } from '../live/use-live-updates.ts'
import { BottomBar } from './bottom-bar.tsx'
import { ErrorWall } from './error-wall.tsx'
import { later } from './later.ts'
import { Navigation } from './navigation.tsx'
import { OverlayWall } from './overlay-wall.tsx'
import type { Overlay } from './overlay.ts'
import { Toasts } from './toasts.tsx'
import { useShortcuts } from './use-shortcuts.ts'

const CommandPalette = later(
  ['portfolio', 'books'],
  async () => (await import('./command-palette.tsx')).CommandPalette,
)
const ApiView = later(['portfolio'], async () => (await import('./api-view.tsx')).ApiView)
const ShortcutSheet = later(
  ['portfolio', 'studio'],
  async () => (await import('./shortcut-sheet.tsx')).ShortcutSheet,
)
const DemoBanner = later(
  ['portfolio'],
  async () => (await import('../features/demo/demo-banner.tsx')).DemoBanner,
)

/** What stays while rooms change: the ways to them, search, who is signed in. */
export function Shell({ me, children }: { me: Output<'identity.get-me'>; children: React.ReactNode }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const [overlay, setOverlay] = useState<Overlay>()
  useShortcuts(setOverlay)
  useLiveUpdates()
  const close = () => setOverlay(undefined)
  return (
    <Box sx={FRAME}>
      <Box component="a" href="#main" sx={SKIP_LINK}>
        {t('app.skip')}
      </Box>
      <Navigation me={me} onOpen={setOverlay} />
      {me.isDemo && (
        <Suspense fallback={<BannerToCome />}>
          <DemoBanner me={me} />
        </Suspense>
      )}
      <Box
        component="main"
        id="main"
        tabIndex={-1}
        sx={{
          gridArea: 'main',
          minWidth: 0,
          minHeight: 0,
          overflowY: 'auto',
          display: 'flex',
          flexDirection: 'column',
        }}
      >
        <ErrorWall key={pathname.split('/', 2).join('/')}>
          <Suspense>{children}</Suspense>
        </ErrorWall>
      </Box>
      <BottomBar me={me} onOpen={setOverlay} />
      <OverlayWall key={overlay} isOpen={overlay !== undefined} onClose={close}>
        {overlay === 'palette' && <CommandPalette onClose={close} onOpen={setOverlay} />}
        {overlay === 'shortcuts' && <ShortcutSheet onClose={close} />}
        {overlay === 'api' && <ApiView onClose={close} />}
      </OverlayWall>
      <Toasts />
    </Box>
  )
}

/** It has its height from the beginning: nothing moves when it comes. */
function BannerToCome() {
  return (
    <Box sx={DEMO_BANNER}>
      <Box sx={DEMO_LINE} />
    </Box>
  )
}

const FRAME = {
  height: '100dvh',
  display: 'grid',
  gridTemplateColumns: `${NAV_WIDTH}px minmax(0, 1fr)`,
  gridTemplateRows: 'auto minmax(0, 1fr)',
  gridTemplateAreas: '"nav banner" "nav main"',
  [`@media (max-width: ${RAIL_BELOW - 0.02}px)`]: { gridTemplateColumns: `${RAIL_WIDTH}px minmax(0, 1fr)` },
  [`@media (max-width: ${PHONE_BELOW - 0.02}px)`]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    gridTemplateAreas: '"banner" "main" "bar"',
  },
} as const

const SKIP_LINK = {
  position: 'fixed',
  zIndex: 1500,
  top: 8,
  left: 8,
  px: 3,
  py: 1.5,
  bgcolor: 'background.paper',
  border: '1px solid var(--mui-palette-control)',
  borderRadius: '3px',
  '&:not(:focus)': { transform: 'translateY(-64px)' },
} as const
