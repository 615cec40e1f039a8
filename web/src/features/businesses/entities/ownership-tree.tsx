import { today } from '#kernel/periods.ts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useRead } from '../../../api.ts'
import { EmptyState } from '../../../design/empty-state.tsx'
import { PageHeader } from '../../../design/page-header.tsx'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { PortfolioTabs } from '../portfolio-tabs.tsx'
import { DateSlider } from './date-slider.tsx'
import type { Structure } from './tree-lines.ts'
import { TreeRows } from './tree-rows.tsx'

/** Who owns and controls what on a day. The day and the root stand in the URL. */
export function OwnershipTree() {
  const { t } = useTranslation()
  const [query, setQuery] = useSearchParams()
  const on = dayIn(query.get('on'))
  const root = query.get('root') ?? undefined
  const reading = useRead('entities.get-structure', { on, ...(root !== undefined && { rootId: root }) })
  const shown = useLast(reading.data)
  const set = useCallback(
    (name: 'on' | 'root', value: string | undefined) =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before)
          if (value === undefined) next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: name === 'on' },
      ),
    [setQuery],
  )
  const setDay = useCallback((day: string) => set('on', day), [set])
  const rootName = shown?.nodes.find(({ id }) => id === root)?.name
  return (
    <Box sx={{ flex: 1, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHeader title={t('ownership.title')} />
      <PortfolioTabs here="ownership" />
      <DateSlider on={on} changesOn={shown?.changesOn ?? []} onChange={setDay} />
      {root !== undefined && (
        <Box sx={ROOT_LINE}>
          <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {t('ownership.below', { name: rootName ?? root })}
          </Box>
          <Button onClick={() => set('root', undefined)}>{t('ownership.showAll')}</Button>
        </Box>
      )}
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }} aria-busy={reading.isFetching}>
        {reading.problem && (
          <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
            <ProblemNotice problem={reading.problem} onRetry={reading.again} />
          </Box>
        )}
        {!reading.problem && !shown && <Skeleton height={12} width="40%" sx={{ m: 6 }} />}
        {!reading.problem && shown?.nodes.length === 0 && (
          <EmptyState title={t('ownership.empty.title')} detail={t('ownership.empty.detail')} />
        )}
        {!reading.problem && shown && shown.nodes.length > 0 && (
          <TreeRows structure={shown} onRoot={(id) => set('root', id)} />
        )}
      </Box>
    </Box>
  )
}

/** What was read last, so that the ledger does not go blank while the hand is on the slider. */
function useLast(data: Structure | undefined): Structure | undefined {
  const [last, setLast] = useState(data)
  // While rendering, and not in an effect: the day before stays on screen until the next one is here.
  if (data && data !== last) setLast(data)
  return data ?? last
}

function dayIn(given: string | null): string {
  return given !== null && /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given))
    ? given
    : today()
}

const ROOT_LINE = {
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  px: { xs: 4, sm: 6 },
  minHeight: 40,
  fontSize: 13,
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
