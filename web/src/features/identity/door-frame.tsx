import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { LedgerSign } from '../../shell/studio-mark.tsx'
import { DoorLanguage } from './door-language.tsx'

const FACTS = ['local', 'drill', 'doors'] as const

/** Two pages of an open ledger: on the left what this is, ruled and empty; on the right the one thing to do. */
export function DoorFrame(given: { isSignedIn?: boolean; children: React.ReactNode }) {
  const { isSignedIn = false, children } = given
  const { t } = useTranslation()
  return (
    <Box
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 5fr) minmax(0, 6fr)' },
        gridTemplateRows: { xs: 'auto 1fr', md: '1fr' },
      }}
    >
      <Box component="header" sx={LEFT_PAGE}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, height: 40 }}>
          <LedgerSign size={28} />
          <Box sx={{ fontSize: 16, fontWeight: 600 }}>{t('app.name')}</Box>
          {!isSignedIn && <DoorLanguage />}
        </Box>
        <Box sx={{ display: { xs: 'none', md: 'block' } }}>
          <Box
            sx={{
              fontSize: 28,
              lineHeight: '40px',
              fontWeight: 500,
              letterSpacing: '-0.018em',
              maxWidth: '16em',
              textWrap: 'balance',
            }}
          >
            {t('door.tagline')}
          </Box>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: '40px' }}>
            {FACTS.map((fact) => (
              <Box
                component="li"
                key={fact}
                sx={{
                  minHeight: 40,
                  display: 'flex',
                  alignItems: 'center',
                  fontSize: 14,
                  color: 'text.secondary',
                }}
              >
                {t(`door.facts.${fact}`)}
              </Box>
            ))}
          </Box>
        </Box>
      </Box>
      <Box
        component="main"
        sx={{
          display: 'grid',
          placeItems: { xs: 'start stretch', md: 'center' },
          bgcolor: 'background.paper',
          px: { xs: 5, sm: 12 },
          py: { xs: 8, md: 12 },
        }}
      >
        <Box sx={{ width: '100%', maxWidth: 380, justifySelf: 'center' }}>{children}</Box>
      </Box>
    </Box>
  )
}

/** Ruled every 40 px from below, where the text stands on the rules; towards the top they fade, and the sign stands free. */
const LEFT_PAGE = {
  position: 'relative',
  isolation: 'isolate',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: { md: 'space-between' },
  px: { xs: 5, md: 16 },
  pt: { xs: 4, md: '40px' },
  pb: { xs: 4, md: '72px' },
  borderRight: { md: '1px solid var(--mui-palette-divider)' },
  borderBottom: { xs: '1px solid var(--mui-palette-divider)', md: 0 },
  '&::before': {
    content: { md: '""' },
    position: 'absolute',
    zIndex: -1,
    inset: 0,
    backgroundImage:
      'linear-gradient(90deg, transparent 39px, var(--mui-palette-divider) 39px 40px, transparent 40px), repeating-linear-gradient(to top, transparent 0 39px, var(--mui-palette-divider) 39px 40px)',
    maskImage: 'linear-gradient(transparent 96px, black 60%)',
  },
} as const
