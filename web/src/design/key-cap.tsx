import Box from '@mui/material/Box'

/** A key of the keyboard, as it is printed on it. */
export function KeyCap({ children }: { children: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        display: 'inline-block',
        minWidth: 18,
        px: 1,
        fontFamily: 'inherit',
        fontSize: 11,
        lineHeight: '16px',
        textAlign: 'center',
        color: 'text.secondary',
        border: '1px solid var(--mui-palette-divider)',
        borderRadius: '3px',
      }}
    >
      {children}
    </Box>
  )
}
