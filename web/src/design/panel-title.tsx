import Typography from '@mui/material/Typography'

/** The name of a part of a panel. */
export function PanelTitle({ children }: { children: React.ReactNode }) {
  return (
    <Typography variant="h3" sx={{ px: 5, pt: 5, pb: 2 }}>
      {children}
    </Typography>
  )
}
