import Box from '@mui/material/Box'

export interface Sign {
  /** An SVG path in a square of 14. */
  path: string
  colour: string
}

/** A state in a sign, a colour and words: the sign is its own for each state, so that colour is only the second cue. */
export function SignMark({ sign: { path, colour }, children }: { sign: Sign; children: React.ReactNode }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' }}
    >
      <Box
        component="svg"
        viewBox="0 0 14 14"
        aria-hidden
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        sx={{ width: 14, height: 14, flex: 'none', color: colour }}
      >
        <path d={path} />
      </Box>
      {children}
    </Box>
  )
}

export const SIGN_PATHS = {
  check: 'M2.5 7.5 5.5 11 11.5 3.5',
  cross: 'M3.5 3.5l7 7M10.5 3.5l-7 7',
  dash: 'M2.5 7h9',
  clock: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM7 4.5V7l2 1.25',
  warning: 'M7 2.5 12 11.5H2L7 2.5ZM7 6v2.5M7 10v.01',
}
