import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { usePages, type Row } from '../../api.ts'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { formatDay, formatInstant } from '../../design/format.ts'
import { PanelPages } from './panel-pages.tsx'
import { useValueWords } from './use-value-words.ts'

type Move = Row<'businesses.list-moves'>

/** From when on it was where, at which stage and whose, the newest day first; what was taken back is struck through. */
export function BusinessHistory({ businessId }: { businessId: string }) {
  const { t } = useTranslation()
  const list = usePages('businesses.list-moves', { businessId, limit: 20 })
  return (
    <PanelPages title={t('business.history')} loading={t('business.historyLoading')} list={list}>
      {list.rows?.map((move) => (
        <MoveLine key={move.id} move={move} />
      ))}
    </PanelPages>
  )
}

function MoveLine({ move }: { move: Move }) {
  const { t } = useTranslation()
  const words = useValueWords()
  const { attribute, from, to, effectiveOn, recordedAt, decidedBy, evidence, reason, withdrawnAt } = move
  const isFirst = from === null && attribute !== 'category' && attribute !== 'owner'
  const said = isFirst ? 'business.begins' : 'business.move'
  return (
    <Box component="li" sx={LINE}>
      <Box sx={{ fontSize: 12, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {effectiveOn}
      </Box>
      <div>
        <Box sx={withdrawnAt ? { textDecoration: 'line-through', color: 'text.secondary' } : {}}>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t(`business.${attribute}`)}
            {': '}
          </Box>
          {t(said, { from: words(from), to: words(to) })}
        </Box>
        {evidence && (
          <Box sx={{ overflowWrap: 'anywhere' }}>{t('business.evidence', { text: evidence })}</Box>
        )}
        {reason && <Box sx={{ overflowWrap: 'anywhere' }}>{t('business.reason', { text: reason })}</Box>}
        <Box sx={SECOND_LINE}>
          {t('business.recorded', {
            at: formatInstant(recordedAt),
            who: decidedBy.name ?? t('audit.unknownActor'),
          })}
        </Box>
        {withdrawnAt && (
          <Box sx={SECOND_LINE}>{t('business.withdrawn', { day: formatDay(withdrawnAt) })}</Box>
        )}
      </div>
    </Box>
  )
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: '96px minmax(0, 1fr)',
  columnGap: 4,
  px: 5,
  py: 2,
  fontSize: 13,
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
