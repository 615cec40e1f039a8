import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api.ts'
import { formatCount } from '../../design/format.ts'
import { MONO } from '../../design/theme.ts'

type Step = Output<'runs.get-run'>['steps'][number]

/** The journal, newest first: what is done is never done again. */
export function RunSteps({ steps, total }: { steps: Step[]; total: number }) {
  const { t } = useTranslation()
  if (total === 0) return null
  return (
    <Box component="section" aria-label={t('runs.journal')} sx={{ pb: 6 }}>
      <Typography variant="h3" sx={{ px: 5, pt: 5, pb: 2, fontSize: 13, fontWeight: 600 }}>
        {t('runs.journal')}
        <Box component="span" sx={{ ml: 2, fontWeight: 400, color: 'text.secondary' }}>
          {formatCount(total)}
        </Box>
      </Typography>
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, p: 0, borderTop: '1px solid var(--mui-palette-divider)' }}
      >
        {steps.map(({ name, kind, state, endedAt, intendedAt }) => (
          <Box component="li" key={name} sx={LINE}>
            <Box component="span" sx={{ fontFamily: MONO, fontSize: 12, overflowWrap: 'anywhere' }}>
              {name}
            </Box>
            <Box
              component="span"
              sx={{ color: state === 'done' ? 'text.secondary' : 'warning.main' }}
              title={t(`runs.kindOf.${kind}`)}
            >
              {state === 'done' ? kind : t('runs.cutOff')}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary', fontFeatureSettings: "'tnum', 'zero'" }}>
              {(endedAt ?? intendedAt).slice(11, 23)}
            </Box>
          </Box>
        ))}
      </Box>
      {total > steps.length && (
        <Box sx={{ px: 5, pt: 2, fontSize: 12, color: 'text.secondary' }}>
          {t('runs.newestSteps', { count: steps.length })}
        </Box>
      )}
    </Box>
  )
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 72px 96px',
  gap: 2,
  alignItems: 'baseline',
  px: 5,
  py: '7px',
  fontSize: 12,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
