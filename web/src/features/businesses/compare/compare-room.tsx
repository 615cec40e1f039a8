import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../../api.ts'
import { EmptyState } from '../../../design/empty-state.tsx'
import { PageHeader } from '../../../design/page-header.tsx'
import { ReadPanel } from '../../../design/read-panel.tsx'
import { PortfolioTabs } from '../portfolio-tabs.tsx'
import { AddBusiness } from './add-business.tsx'
import { CompareFacts } from './compare-facts.tsx'
import { CompareKpis } from './compare-kpis.tsx'
import { COMPARED_MAX, useCompared } from './use-compared.ts'

/** Two to six businesses side by side. Who they are stands in the address, so it can be sent to somebody. */
export function CompareRoom() {
  const { t } = useTranslation()
  const { ids, add, drop } = useCompared()
  const list = useRead('businesses.list-businesses', { ids, limit: COMPARED_MAX }, { skip: ids.length === 0 })
  const rows = ids.flatMap((id) => list.data?.items.filter((one) => one.id === id) ?? [])
  const closed = list.data ? ids.length - rows.length : 0
  return (
    <Box sx={{ pb: 12 }}>
      <PageHeader title={t('compare.title')} />
      <PortfolioTabs here="compare" />
      <AddBusiness ids={ids} onAdd={add} />
      {closed > 0 && (
        <Box component="output" sx={LEFT_OUT}>
          {t('compare.leftOut', { count: closed })}
        </Box>
      )}
      {ids.length < 2 && (
        <EmptyState
          title={t('compare.empty')}
          detail={t(ids.length === 0 ? 'compare.emptyDetail' : 'compare.oneMore')}
        />
      )}
      {ids.length > 0 && (
        <ReadPanel title={t('compare.facts')} reading={list} isHere={list.data !== undefined}>
          {rows.length > 0 && <CompareFacts businesses={rows} onDrop={drop} />}
        </ReadPanel>
      )}
      {rows.length > 0 && <CompareKpis businesses={rows} />}
    </Box>
  )
}

const LEFT_OUT = {
  display: 'block',
  px: { xs: 4, sm: 6 },
  py: 2,
  fontSize: 13,
  color: 'warning.main',
  borderBottom: '1px solid var(--mui-palette-divider)',
} as const
