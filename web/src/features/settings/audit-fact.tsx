import Box from '@mui/material/Box'

/** A fact as a ruled line: what it is called on the left, what it says on the right. */
export function AuditFact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Box sx={LINE}>
      <Box component="dt" sx={{ fontSize: 12, color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, fontSize: 13, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  )
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: '96px minmax(0, 1fr)',
  columnGap: 4,
  minHeight: 40,
  px: 5,
  py: '9px',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
