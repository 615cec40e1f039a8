import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDay } from '../../../design/format.ts'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { May } from '../../identity/may.tsx'

/** One that holds for a time: with whom, what, from when to when, why; struck out with the reason where it was withdrawn. */
export function SpanLine(given: {
  name: string
  entityId: string | null
  says: string
  span: { from: string; until: string | null; withdrawnAt: string | null; withdrawnReason: string | null }
  because: string | null
  changeLabel: string
  onChange: () => void
}) {
  const { t } = useTranslation()
  const { name, entityId, says, span, because, changeLabel, onChange } = given
  const { from, until, withdrawnAt, withdrawnReason } = span
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'start' }}>
      <Box sx={{ flex: 1, minWidth: 0, fontSize: 13, overflowWrap: 'anywhere' }}>
        {entityId === null ? (
          name
        ) : (
          <Box component={Link} to={`/businesses/entities/${entityId}`} sx={DRILL}>
            {name}
          </Box>
        )}
        <Box sx={withdrawnAt === null ? undefined : STRUCK}>{says}</Box>
        <Box sx={SECOND_LINE}>
          {until === null ? t('ownership.since', { from }) : t('ownership.during', { from, until })}
        </Box>
        {because !== null && <Box sx={SECOND_LINE}>{because}</Box>}
        {withdrawnAt !== null && (
          <Box sx={SECOND_LINE}>
            {t('ownership.withdrawnOn', { day: formatDay(withdrawnAt), reason: withdrawnReason ?? '' })}
          </Box>
        )}
      </Box>
      {withdrawnAt === null && (
        <May permission="entities.write">
          <Button onClick={onChange} aria-label={changeLabel}>
            {t('ownership.change')}
          </Button>
        </May>
      )}
    </Box>
  )
}

const STRUCK = { textDecoration: 'line-through', color: 'text.secondary' } as const
