import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from './icon.tsx'

const SHOWN_MS = 10_000
const LINK = { color: 'inherit', textDecoration: 'underline', textUnderlineOffset: '0.2em' } as const

/** Says what was done and offers to take it back, or to go where it goes on. It waits while it is pointed at or holds the focus. */
export function UndoToast(given: {
  text: string
  onUndo?: (() => void) | undefined
  link?: { to: string; text: string } | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { text, onUndo, link, onClose } = given
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(onClose, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isHeld, onClose])
  return (
    <Box
      component="output"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      sx={{
        position: 'fixed',
        zIndex: 1400,
        left: '50%',
        transform: 'translateX(-50%)',
        bottom: { xs: 72, sm: 24 },
        width: 'max-content',
        maxWidth: 'calc(100vw - 32px)',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        pl: 4,
        pr: 1,
        minHeight: 40,
        bgcolor: 'text.primary',
        color: 'background.paper',
        borderRadius: '3px',
        boxShadow: '0 8px 24px rgb(0 0 0 / 28%)',
      }}
    >
      <span>{text}</span>
      {onUndo && (
        <Button onClick={onUndo} sx={LINK}>
          {t('toast.undo')}
        </Button>
      )}
      {link && (
        <Button component={Link} to={link.to} onClick={onClose} sx={LINK}>
          {link.text}
        </Button>
      )}
      <IconButton aria-label={t('toast.close')} onClick={onClose}>
        <Icon name="close" size={14} />
      </IconButton>
    </Box>
  )
}
