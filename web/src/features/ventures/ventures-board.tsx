import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { formatTime } from '../../design/format.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { BusinessPanel } from '../businesses/business-panel.tsx'
import { NoBusinesses } from '../businesses/no-businesses.tsx'
import { STAGES, type ListedBusiness, type Stage } from '../businesses/stages.ts'
import { BoardColumn } from './board-column.tsx'
import { moveOnBoard } from './board-keys.ts'
import { MoveDialog } from './move-dialog.tsx'
import { useHeadlineByStage } from './use-headline-by-stage.ts'
import { useShares } from './use-shares.ts'
import { useVentureFilter } from './use-venture-filter.ts'
import { VenturesHead } from './ventures-head.tsx'
import { useMay } from '../identity/use-may.ts'

/** The portfolio as it goes through its stages: a column a stage, a card a business. */
export function VenturesBoard() {
  const { t } = useTranslation()
  const { input, put, openId, search } = useVentureFilter()
  const counts = useRead('businesses.summarise-businesses', { by: 'stage', ...input })
  const headline = useHeadlineByStage(input)
  const { shares } = useShares()
  const mayMove = useMay('businesses.write')
  const [moving, setMoving] = useState<{ business: ListedBusiness; stage: Stage | undefined }>()
  const countOf = new Map(counts.data?.groups.map(({ id, count }) => [id, count]))
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <VenturesHead here="board" />
        {counts.problem && (
          <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
            <ProblemNotice problem={counts.problem} onRetry={counts.again} />
          </Box>
        )}
        {counts.data?.total === 0 && search === '' && (
          <NoBusinesses isNarrowed={false} isArchive={false} onClear={() => {}} />
        )}
        {!counts.problem && (counts.data?.total !== 0 || search !== '') && (
          <Box component="section" aria-label={t('ventures.board')} onKeyDown={moveOnBoard} sx={BOARD}>
            {STAGES.map((stage) => (
              <BoardColumn
                key={stage}
                stage={stage}
                filter={input}
                count={counts.data ? (countOf.get(stage) ?? 0) : undefined}
                headline={headline}
                shares={shares}
                onOpen={(id) => put('open', id)}
                onMove={mayMove ? (business, to) => setMoving({ business, stage: to }) : undefined}
              />
            ))}
          </Box>
        )}
        <Box component="footer" sx={FOOT}>
          <span>{t(mayMove ? 'ventures.hint' : 'ventures.readHint')}</span>
          {counts.asOfMs !== undefined && <span>{t('panel.asOf', { time: formatTime(counts.asOfMs) })}</span>}
        </Box>
      </Box>
      {openId !== undefined && (
        <BusinessPanel key={openId} businessId={openId} onClose={() => put('open', '')} />
      )}
      {moving && <MoveDialog key={moving.business.id} {...moving} onClose={() => setMoving(undefined)} />}
    </Box>
  )
}

const BOARD = {
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: { xs: 'calc(100vw - 56px)', sm: 'minmax(216px, 1fr)' },
  overflowX: 'auto',
  scrollSnapType: { xs: 'x mandatory', sm: 'none' },
} as const
const FOOT = {
  flex: 'none',
  display: 'flex',
  justifyContent: 'space-between',
  gap: 4,
  px: { xs: 4, sm: 6 },
  py: 2,
  fontSize: 12,
  lineHeight: '16px',
  color: 'text.secondary',
  borderTop: '1px solid var(--mui-palette-divider)',
  '& > span:first-of-type': { display: { xs: 'none', sm: 'inline' } },
} as const
