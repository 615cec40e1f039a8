import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

export type Provenance = 'posted' | 'measured' | 'claimed' | 'agent' | 'stale'

/** Each kind has a shape of its own, so that colour is the second cue. A square is always an agent. */
const SHAPES: Record<Provenance, { path: string; isFilled: boolean; colour: string }> = {
  posted: { path: 'M2 4.5h8M2 7.5h8', isFilled: false, colour: 'success.main' },
  measured: { path: 'M6 2 10.5 10h-9Z', isFilled: true, colour: 'primary.main' },
  claimed: { path: 'M6 10a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z', isFilled: false, colour: 'warning.main' },
  agent: { path: 'M2.5 2.5h7v7h-7Z', isFilled: true, colour: 'primary.main' },
  stale: { path: 'M6 2.5V6l2.5 1.5M6 10.5a4.5 4.5 0 1 0 0-9', isFilled: false, colour: 'text.secondary' },
}

/** Where a number comes from, in a glyph and in words; what a KPI calls its provenance it names itself. */
export function ProvenanceMark({
  kind,
  words,
  children,
}: {
  kind: Provenance
  words?: { name: string; explained: string }
  children?: React.ReactNode
}) {
  const { t } = useTranslation()
  const { path, isFilled, colour } = SHAPES[kind]
  return (
    <Box
      component="span"
      title={words?.explained ?? t(`provenance.${kind}.explained`)}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        fontSize: 11,
        lineHeight: '16px',
        color: 'text.secondary',
      }}
    >
      <Box
        component="svg"
        viewBox="0 0 12 12"
        aria-hidden
        stroke="currentColor"
        strokeWidth={1.25}
        fill={isFilled ? 'currentColor' : 'none'}
        sx={{ width: 10, height: 10, color: colour, flex: 'none' }}
      >
        <path d={path} />
      </Box>
      <span>
        {words?.name ?? t(`provenance.${kind}.name`)}
        {children}
      </span>
    </Box>
  )
}
