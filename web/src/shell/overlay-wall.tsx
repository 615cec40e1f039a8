import Button from '@mui/material/Button'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorWall } from './error-wall.tsx'

/**
 * Around what opens over the page and comes only then. A menu stays for its way out; where one does not come, that is
 * said over the page, which goes on beneath it.
 */
export function OverlayWall(given: { isOpen: boolean; onClose: () => void; children: React.ReactNode }) {
  const { t } = useTranslation()
  const [wasOpened, setOpened] = useState(given.isOpen)
  if (given.isOpen && !wasOpened) setOpened(true)
  if (!wasOpened) return null
  return (
    <ErrorWall
      frame={given.isOpen ? OVER : AWAY}
      way={<Button onClick={given.onClose}>{t('toast.close')}</Button>}
    >
      <Suspense>{given.children}</Suspense>
    </ErrorWall>
  )
}

const AWAY = { display: 'none' } as const
const OVER = {
  position: 'fixed',
  zIndex: 'modal',
  bottom: 0,
  left: 0,
  right: 0,
  bgcolor: 'background.paper',
  borderTop: '1px solid var(--mui-palette-divider)',
  boxShadow: 8,
} as const
