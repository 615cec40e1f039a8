import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Output, Reading } from '../../api.ts'
import { formatCount } from '../../design/format.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'

/** Every rule in words with what it finds. Choosing one narrows the list; choosing it again shows all. */
export function RuleLines(given: {
  summary: Reading<Output<'exceptions.summarise-exceptions'>>
  chosen?: string | undefined
}) {
  const { t } = useTranslation()
  const { summary, chosen } = given
  if (summary.problem) {
    return (
      <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
        <ProblemNotice problem={summary.problem} onRetry={summary.again} />
      </Box>
    )
  }
  if (!summary.data) return <Skeleton height={12} width="40%" sx={{ mx: { xs: 4, sm: 6 }, my: 4 }} />
  return (
    <Box component="ul" aria-label={t('exceptions.rules')} sx={LINES}>
      {summary.data.rules.map(({ rule, title, stated, count }) => (
        <li key={rule}>
          <Box
            component={Link}
            to={rule === chosen ? '/exceptions' : `/exceptions?rule=${rule}`}
            aria-current={rule === chosen ? 'true' : undefined}
            sx={lineStyle(rule === chosen)}
          >
            <Box component="span" sx={{ fontWeight: 500 }}>
              {title}
            </Box>
            <Box component="span" sx={STATED}>
              {stated}
            </Box>
            <Box component="span" sx={{ ...COUNT, color: count > 0 ? 'text.primary' : 'text.secondary' }}>
              {formatCount(count)}
            </Box>
          </Box>
        </li>
      ))}
    </Box>
  )
}

const LINES = {
  m: 0,
  p: 0,
  listStyle: 'none',
  bgcolor: 'background.paper',
  '& > li': { borderBottom: '1px solid var(--mui-palette-divider)' },
} as const

function lineStyle(isChosen: boolean) {
  return {
    display: 'grid',
    gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: '232px minmax(0, 1fr) 56px' },
    columnGap: 4,
    alignItems: 'baseline',
    px: { xs: 4, sm: 6 },
    py: '9px',
    fontSize: 13,
    lineHeight: '20px',
    color: 'inherit',
    textDecoration: 'none',
    boxShadow: isChosen ? 'inset 2px 0 var(--mui-palette-primary-main)' : 'none',
    '&:hover': { bgcolor: 'background.default' },
    '&:focus-visible': { outlineOffset: -2 },
  } as const
}

const STATED = {
  fontSize: 12,
  lineHeight: '16px',
  color: 'text.secondary',
  gridRow: { xs: 2, sm: 'auto' },
  gridColumn: { xs: '1 / -1', sm: 'auto' },
  maxWidth: 720,
  textWrap: 'pretty',
} as const

const COUNT = {
  textAlign: 'right',
  fontFeatureSettings: "'tnum', 'zero'",
  textDecoration: 'underline',
  textDecorationStyle: 'dotted',
  textDecorationThickness: '1px',
  textUnderlineOffset: '0.22em',
  textDecorationColor: 'var(--mui-palette-control)',
} as const
