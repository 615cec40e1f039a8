import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../api.ts'
import { DRILL } from '../../design/kpi-strip.tsx'
import { PairActions } from '../exceptions/pair-actions.tsx'

/** What the rules find about this business, and what was merged with it; nothing where there is nothing. */
export function BusinessFindings({ businessId }: { businessId: string }) {
  const { t } = useTranslation()
  const merges = usePages('businesses.list-merges', { businessId, limit: 20 })
  const found = usePages('exceptions.list-exceptions', { businessId, limit: 20 })
  return (
    <Box component="ul" aria-label={t('business.findings')} sx={LIST}>
      {merges.rows?.map(({ business, into }) => {
        const isGone = business.id === businessId
        const other = isGone ? into : business
        return (
          <li key={business.id}>
            {t(isGone ? 'business.mergedInto' : 'business.tookIn')}{' '}
            <Box component={Link} to={`/businesses/${other.id}`} sx={DRILL}>
              {other.name ?? t('business.closedName')}
            </Box>
          </li>
        )
      })}
      {found.rows?.map((one) => (
        <li key={`${one.rule} ${one.otherId}`}>
          <Box component="strong" sx={{ fontWeight: 600 }}>
            {one.title}
          </Box>
          {': '}
          {one.says}
          {one.rule === 'businesses.duplicates' && one.otherId !== null && (
            <Box sx={{ ml: -2 }}>
              <PairActions pair={{ businessId: one.subjectId, otherId: one.otherId }} />
            </Box>
          )}
        </li>
      ))}
    </Box>
  )
}

const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  '& > li': {
    px: 5,
    py: 2.5,
    fontSize: 12,
    lineHeight: '16px',
    color: 'warning.main',
    textWrap: 'pretty',
    overflowWrap: 'anywhere',
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
} as const
