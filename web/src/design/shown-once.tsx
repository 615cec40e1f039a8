import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { CopyButton } from './copy-button.tsx'
import { MONO } from './theme.ts'

/** A secret that is not shown again: what it is, what to do with it, and a way to take it along. */
export function ShownOnce(given: {
  title: string
  detail: string
  label: string
  secret: string
  copyLabel: string
  children?: React.ReactNode
}) {
  return (
    <Box sx={{ display: 'grid', gap: 4, p: 5 }}>
      <div>
        <Typography variant="h3">{given.title}</Typography>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary', textWrap: 'pretty' }}>
          {given.detail}
        </Typography>
      </div>
      <Box
        component="code"
        aria-label={given.label}
        sx={{
          display: 'block',
          px: 3,
          py: 2,
          border: '1px solid var(--mui-palette-control)',
          fontFamily: MONO,
          fontSize: 12,
          lineHeight: '20px',
          overflowWrap: 'anywhere',
        }}
      >
        {given.secret}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <CopyButton text={given.secret} label={given.copyLabel} />
        {given.children}
      </Box>
    </Box>
  )
}
