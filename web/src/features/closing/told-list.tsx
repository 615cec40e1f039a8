import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from '../../design/icon.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { useQueryPlace } from '../banking/use-query-place.ts'
import { monthsOf } from './closing-words.ts'
import type { Told } from './use-close.ts'

/** Books by name, each with what stands in its way; a name leads to where it is mended. */
export function ToldList(given: {
  title: string
  all: readonly Told[]
  isWarning?: boolean
  onGo?: () => void
}) {
  const { t } = useTranslation()
  const { addressOf } = useQueryPlace()
  const { title, all, isWarning = false, onGo } = given
  if (all.length === 0) return null
  return (
    <>
      <Box sx={{ ...HEAD, color: isWarning ? 'warning.main' : 'text.primary' }}>
        {isWarning && <Icon name="warning" />}
        {title}
      </Box>
      <Box component="ul" tabIndex={0} aria-label={title} sx={LIST}>
        {all.map(({ row, outcome }) => (
          <Box component="li" key={row.id}>
            {isWarning ? (
              <Box
                component={Link}
                to={addressOf({ book: row.id })}
                onClick={onGo}
                title={t('closing.mend')}
                sx={{ ...DRILL, fontWeight: 500 }}
              >
                {row.entity.name}
              </Box>
            ) : (
              row.entity.name
            )}
            {outcome.blockers.map((blocker) => (
              <Box key={blocker.blocker} sx={SECOND_LINE}>
                {monthsOf(blocker.months).count > 1
                  ? t('closing.inMonths', { ...monthsOf(blocker.months), says: blocker.says })
                  : t('closing.inMonth', { month: monthsOf(blocker.months).from, says: blocker.says })}
              </Box>
            ))}
          </Box>
        ))}
      </Box>
    </>
  )
}

const HEAD = { mt: 3, display: 'flex', gap: 1, alignItems: 'center', fontWeight: 600 } as const
const LIST = {
  listStyle: 'none',
  m: 0,
  mt: 1,
  p: 0,
  maxHeight: 176,
  overflowY: 'auto',
  '& > li': { py: 1, borderTop: '1px solid var(--mui-palette-divider)', overflowWrap: 'anywhere' },
} as const
