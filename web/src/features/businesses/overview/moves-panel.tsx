import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { addDays, today } from '#kernel/periods.ts'
import { usePages, type Row } from '../../../api.ts'
import { Choice } from '../../../design/choice.tsx'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { ReadPanel } from '../../../design/read-panel.tsx'
import { useValueWords } from '../use-value-words.ts'

type Move = Row<'businesses.list-recent-moves'>
const SPANS = ['7', '30', '90'] as const
const SHOWN = 20

/** What moved lately, out of the dated moves; how far back stands in the address. */
export function MovesPanel() {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const span = SPANS.find((one) => one === query.get('moved')) ?? '30'
  const since = addDays(today(), -Number(span))
  const moves = usePages('businesses.list-recent-moves', { since, limit: SHOWN })
  const choose = (value: string) => {
    const next = new URLSearchParams(query)
    next.set('moved', value)
    setQuery(next)
  }
  return (
    <ReadPanel
      title={t('overview.moved')}
      formula={t('overview.movedFormula')}
      reading={moves}
      isHere={moves.rows !== undefined}
      action={
        <Box sx={{ width: 128 }}>
          <Choice
            label={t('overview.span')}
            value={span}
            options={SPANS.map((value) => ({ value, label: t('overview.lastDays', { days: value }) }))}
            onChange={choose}
          />
        </Box>
      }
    >
      <Box sx={TOTAL}>
        <span>{t('overview.movesTotal', { count: moves.total ?? 0, day: since })}</span>
        {(moves.total ?? 0) > 0 && (
          <Box component={Link} to={`/businesses?movedSince=${since}`} sx={DRILL}>
            {t('overview.whoMoved')}
          </Box>
        )}
      </Box>
      <Box component="ol" aria-label={t('overview.moved')} sx={LIST}>
        {moves.rows?.map((move) => (
          <MoveLine key={move.id} move={move} />
        ))}
      </Box>
      {moves.hasMore && (
        <Button onClick={moves.more} disabled={moves.isFetching} sx={{ ml: { xs: 2, sm: 4 }, mt: 2 }}>
          {t('overview.moreMoves')}
        </Button>
      )}
    </ReadPanel>
  )
}

function MoveLine({ move }: { move: Move }) {
  const { t } = useTranslation()
  const words = useValueWords()
  const { business, attribute, from, to, effectiveOn, decidedBy, evidence, reason } = move
  return (
    <li>
      <Box component="span" sx={{ ...SECOND_LINE, fontFeatureSettings: "'tnum', 'zero'" }}>
        {effectiveOn}
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component={Link} to={`/businesses/${business.id}`} sx={{ ...DRILL, fontWeight: 500 }}>
          {business.name}
        </Box>
        <div>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t(`business.${attribute}`)}
            {': '}
          </Box>
          {t('business.move', { from: words(from), to: words(to) })}
        </div>
        {(evidence || reason) && <Box sx={SECOND_LINE}>{evidence || reason}</Box>}
        <Box sx={SECOND_LINE}>{decidedBy.name ?? t('audit.unknownActor')}</Box>
      </Box>
    </li>
  )
}

const TOTAL = {
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  columnGap: 3,
  px: { xs: 4, sm: 6 },
  py: 2,
  fontSize: 13,
  borderTop: '1px solid var(--mui-palette-divider)',
  borderBottom: '1px solid var(--mui-palette-divider)',
  bgcolor: 'background.paper',
} as const
const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  bgcolor: 'background.paper',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '80px minmax(0, 1fr)',
    columnGap: 3,
    px: { xs: 4, sm: 6 },
    py: 2,
    fontSize: 13,
    lineHeight: '20px',
    borderBottom: '1px solid var(--mui-palette-divider)',
    '& > span:first-of-type': { lineHeight: '20px' },
  },
} as const
