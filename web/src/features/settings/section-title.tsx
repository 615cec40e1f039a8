import Typography from '@mui/material/Typography'

/** The name of a part within a section. */
export function SectionTitle({ children }: { children: React.ReactNode }) {
  return (
    <Typography variant="h2" sx={{ px: { xs: 4, sm: 6 }, pt: 6, pb: 2 }}>
      {children}
    </Typography>
  )
}
