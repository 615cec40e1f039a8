import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { FactLine } from '../../design/fact-line.tsx'
import { formatInstant } from '../../design/format.ts'
import { BandMark } from './band-mark.tsx'

/** How well it is, and each reason with the points that it takes. */
export function BusinessHealth({ businessId }: { businessId: string }) {
  const { t } = useTranslation()
  const { data, problem } = useRead('businesses.get-health', { businessId })
  return (
    <FactLine label={t('business.health')}>
      {problem && <span title={problem.detail}>{problem.title}</span>}
      {data && <BandMark health={data.health} />}
      {data && data.reasons.length > 0 && (
        <Box component="ul" aria-label={t('business.reasons')} sx={LIST}>
          {data.reasons.map(({ rule, title, points, says }, at) => (
            <li key={`${rule} ${says}`}>
              <Box component="span" sx={POINTS}>
                {data.reasons[at - 1]?.rule === rule ? '' : `\u2212${points}`}
              </Box>
              <span>
                <Box component="span" sx={{ display: 'block', fontWeight: 500, color: 'text.primary' }}>
                  {title}
                </Box>
                {says}
              </span>
            </li>
          ))}
        </Box>
      )}
      {data?.assessedAt && (
        <Box sx={{ mt: 1, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
          {t('business.assessed', { at: formatInstant(data.assessedAt) })}
        </Box>
      )}
    </FactLine>
  )
}

const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    mt: 2,
    fontSize: 12,
    lineHeight: '16px',
    color: 'text.secondary',
    textWrap: 'pretty',
  },
} as const
const POINTS = { fontFeatureSettings: "'tnum', 'zero'", color: 'text.primary' } as const
