import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRead } from '../../api.ts'
import { FactLine } from '../../design/fact-line.tsx'
import { DRILL } from '../../design/kpi-strip.tsx'
import { PanelTitle } from '../../design/panel-title.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { CheckLine } from './check-line.tsx'
import { daysOfMonth, type BoardRow } from './closing-words.ts'
import { ReopenDialog } from './reopen-dialog.tsx'
import { StateWords } from './state-words.tsx'

/** A month of one book: how it stands, each check in words, and what mends it. */
export function BookMonthPanel(given: {
  bookId: string
  month: string
  mayClose: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { bookId, month, mayClose, onClose } = given
  const [isReopening, setReopening] = useState(false)
  const { data, problem, again } = useRead('closing.list-board', { ids: [bookId], month })
  const row = data?.items[0]
  return (
    <SidePanel
      title={row ? t('closing.monthOf', { month, name: row.entity.name }) : t('banking.book')}
      onClose={onClose}
      actions={
        row &&
        mayClose &&
        row.state !== 'open' && <Button onClick={() => setReopening(true)}>{t('closing.reopen')}</Button>
      }
    >
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {!data && !problem && <Skeleton height={12} width="40%" sx={{ m: 5 }} />}
      {data && !row && <Box sx={{ p: 5, fontSize: 13 }}>{t('closing.noSuchBook')}</Box>}
      {row && <MonthFacts row={row} month={month} />}
      {row && (
        <>
          <PanelTitle>{t('closing.checks')}</PanelTitle>
          {!mayClose && row.state !== 'hard' && (
            <Box sx={{ px: 5, py: 3, fontSize: 12, color: 'text.secondary' }}>{t('closing.mayNotClose')}</Box>
          )}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {row.checks.map((check) => (
              <CheckLine key={check.check} {...{ row, check, month, mayClose }} />
            ))}
          </Box>
        </>
      )}
      {row && isReopening && <ReopenDialog row={row} month={month} onClose={() => setReopening(false)} />}
    </SidePanel>
  )
}

function MonthFacts({ row, month }: { row: BoardRow; month: string }) {
  const { t } = useTranslation()
  const { id, closedThrough, softClosedThrough } = row
  const { from, to } = daysOfMonth(month)
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('closing.stateTitle')}>
        <StateWords row={row} />
      </FactLine>
      <FactLine label={t('closing.closedThrough')}>
        {closedThrough ?? <span title={t('closing.nothingClosed')}>—</span>}
      </FactLine>
      {softClosedThrough !== null && (
        <FactLine label={t('closing.softThrough')}>{softClosedThrough}</FactLine>
      )}
      <FactLine label={t('banking.entries')}>
        <Box component={Link} to={`/banking/${id}/entries?from=${from}&to=${to}`} sx={DRILL}>
          {t('closing.entriesOfMonth')}
        </Box>
      </FactLine>
    </Box>
  )
}
