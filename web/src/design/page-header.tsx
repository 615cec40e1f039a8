import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** The first ruled line of a room: its name, what it holds, what can be done. It also names the browser's tab. */
export function PageHeader(given: { title: string; note?: React.ReactNode; children?: React.ReactNode }) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = t('app.tabTitle', { room: given.title })
  }, [given.title, t])
  return (
    <Box
      component="header"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        minHeight: 48,
        '@media (pointer: coarse)': { minHeight: 60 },
        px: { xs: 4, sm: 6 },
        borderBottom: '1px solid var(--mui-palette-divider)',
      }}
    >
      <Typography variant="h1">{given.title}</Typography>
      {given.note}
      <Box sx={{ flex: 1 }} />
      {given.children}
    </Box>
  )
}
