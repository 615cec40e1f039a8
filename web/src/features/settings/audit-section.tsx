import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { SECOND_LINE } from '../../design/ledger-table.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditLinePanel } from './audit-line-panel.tsx'
import { AuditRows } from './audit-rows.tsx'
import { AuditVerdictPanel } from './audit-verdict-panel.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { inputOf, useAuditFilter } from './use-audit-filter.ts'

/** The server counts this far (audit.list-lines). */
const COUNTED_MAX = 10_000

/** Who did what, and whether the record of it is whole. */
export function AuditSection() {
  const { t } = useTranslation()
  const narrowed = useAuditFilter()
  const { filter, isNarrowed, lineId, isVerifying, verify, narrow, clear, close } = narrowed
  const [openedAtMs] = useState(() => Date.now())
  const list = usePages('audit.list-lines', inputOf(filter, openedAtMs))
  const { rows, total, asOfMs = openedAtMs } = list
  const actorName = rows?.find(({ actor }) => actor.id === filter.actor)?.actor.name ?? undefined
  const panel = isVerifying ? (
    <AuditVerdictPanel onClose={close} />
  ) : (
    lineId && <AuditLinePanel key={lineId} lineId={lineId} onNarrow={narrow} onClose={close} />
  )
  return (
    <SettingsFrame
      here="audit"
      reading={list}
      panel={panel}
      action={
        <Button variant="contained" onClick={verify}>
          {t('audit.verify')}
        </Button>
      }
    >
      <AuditFilters {...{ filter, isNarrowed, narrow, clear, actorName }} />
      {total !== undefined && total > 0 && (
        <Box sx={{ ...SECOND_LINE, px: { xs: 4, sm: 6 }, py: 2 }}>
          {total > COUNTED_MAX
            ? t('audit.totalMore', { count: COUNTED_MAX })
            : t('audit.total', { count: total })}
        </Box>
      )}
      {rows?.length === 0 ? (
        <EmptyState title={t('audit.none')} detail={t('audit.noneDetail')}>
          <Button variant="outlined" onClick={clear}>
            {t('audit.clear')}
          </Button>
        </EmptyState>
      ) : (
        <AuditRows lines={rows} asOfMs={asOfMs} openId={lineId} />
      )}
      {list.hasMore && (
        <Button onClick={list.more} disabled={list.isFetching} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
    </SettingsFrame>
  )
}
