import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'

/** A page without rows: a blank ledger, what it will hold, and the next step. */
export function EmptyState(given: { title: string; detail: string; children?: React.ReactNode }) {
  return (
    <Box sx={{ px: { xs: 4, sm: 6 }, py: { xs: 8, sm: 12 }, maxWidth: 560 }}>
      <BlankLedger />
      <Typography variant="h2" sx={{ mt: 5 }}>
        {given.title}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1, mb: 5, color: 'text.secondary', textWrap: 'pretty' }}>
        {given.detail}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>{given.children}</Box>
    </Box>
  )
}

function BlankLedger() {
  return (
    <Box
      component="svg"
      viewBox="0 0 96 56"
      aria-hidden
      fill="none"
      sx={{ width: 96, height: 56, display: 'block', color: 'divider' }}
    >
      <path d="M.5.5h95v55H.5zM.5 14h95M.5 28h95M.5 42h95M30 .5v55M70 .5v55" stroke="currentColor" />
      <Box
        component="path"
        d="M7 7h16M37 7h20M77 7h12"
        stroke="currentColor"
        strokeWidth="2"
        sx={{ color: 'control' }}
      />
    </Box>
  )
}
