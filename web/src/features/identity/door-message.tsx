import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { focusOnMount } from '../../design/focus-on-mount.ts'

/** A page that says one thing. Its heading gets the focus, so that whoever listens hears that something has happened. */
export function DoorMessage(given: { title: string; detail: string; children?: React.ReactNode }) {
  const { t } = useTranslation()
  const { title, detail } = given
  useEffect(() => {
    document.title = t('app.tabTitle', { room: title })
  }, [t, title])
  return (
    <Box>
      <Typography
        variant="h1"
        tabIndex={-1}
        ref={focusOnMount}
        sx={{ fontSize: 20, lineHeight: '28px', outline: 'none' }}
      >
        {title}
      </Typography>
      <Typography
        sx={{ mt: 1, mb: 5, color: 'text.secondary', textWrap: 'pretty', overflowWrap: 'anywhere' }}
      >
        {detail}
      </Typography>
      {given.children}
    </Box>
  )
}
