import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { formatCount } from '../../design/format.ts'

/** A part of what belongs to a subject: its name, how many there are, and the lines. */
export function TalkSection(given: { title: string; count: number | undefined; children: React.ReactNode }) {
  const { title, count, children } = given
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ px: 5, py: 5, display: 'grid', gap: 3, borderTop: '1px solid var(--mui-palette-divider)' }}
    >
      <Typography variant="h3" sx={{ fontSize: 13, fontWeight: 600, display: 'flex', gap: 2 }}>
        <span id={id}>{title}</span>
        {count !== undefined && count > 0 && (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {formatCount(count)}
          </Box>
        )}
      </Typography>
      {children}
    </Box>
  )
}
