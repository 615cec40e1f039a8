import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePages } from '../../../api.ts'
import { EmptyState } from '../../../design/empty-state.tsx'
import { formatAgo, formatInstant } from '../../../design/format.ts'
import { Icon } from '../../../design/icon.tsx'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { LedgerRows } from '../../../design/ledger-rows.tsx'
import { SECOND_LINE, WIDE_ONLY } from '../../../design/ledger-table.ts'
import { SettingsFrame } from '../settings-frame.tsx'
import { DeliveryPanel } from './delivery-panel.tsx'
import { EndpointPanel } from './endpoint-panel.tsx'
import { NewEndpointPanel } from './new-endpoint-panel.tsx'
import { addressOfEndpoint, useWebhookPlace } from './use-webhook-place.ts'
import { EndpointMark, type Endpoint } from './webhook-marks.tsx'
import { May } from '../../identity/may.tsx'

/** The addresses that are told of events: what each is told, and whether it takes it. */
export function WebhooksSection() {
  const { t } = useTranslation()
  const list = usePages('webhooks.list-endpoints', { isArchived: false, limit: 100 })
  const { isNew, endpointId, deliveryId, openNew } = useWebhookPlace()
  const add = (
    <May permission="webhooks.manage">
      <Button variant="contained" onClick={openNew} startIcon={<Icon name="plus" size={14} />}>
        {t('webhooks.new')}
      </Button>
    </May>
  )
  const panel = isNew ? (
    <NewEndpointPanel />
  ) : deliveryId ? (
    <DeliveryPanel key={deliveryId} deliveryId={deliveryId} />
  ) : (
    endpointId && <EndpointPanel key={endpointId} endpointId={endpointId} />
  )
  return (
    <SettingsFrame here="webhooks" reading={list} action={add} panel={panel}>
      {list.rows?.length === 0 ? (
        <EmptyState title={t('webhooks.none')} detail={t('webhooks.noneDetail')}>
          {add}
        </EmptyState>
      ) : (
        <LedgerRows
          label={t('webhooks.list')}
          columns={[
            { key: 'where', title: t('webhooks.where') },
            { key: 'state', title: t('webhooks.state') },
            { key: 'succeeded', title: t('webhooks.succeeded'), isWideOnly: true },
          ]}
        >
          {list.rows?.map((endpoint) => (
            <EndpointRow
              key={endpoint.id}
              endpoint={endpoint}
              asOfMs={list.asOfMs ?? 0}
              isOpen={endpoint.id === endpointId}
            />
          ))}
        </LedgerRows>
      )}
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
    </SettingsFrame>
  )
}

function EndpointRow({ endpoint, asOfMs, isOpen }: { endpoint: Endpoint; asOfMs: number; isOpen: boolean }) {
  const { t } = useTranslation()
  const { id, url, description, eventTypes, failingSince, succeededAt } = endpoint
  return (
    <Box
      component="tr"
      aria-current={isOpen || undefined}
      sx={isOpen ? { bgcolor: 'action.selected' } : undefined}
    >
      <td>
        <Box component={Link} to={addressOfEndpoint(id)} sx={{ ...DRILL, fontWeight: 500 }}>
          {description || url}
        </Box>
        {description && <Box sx={SECOND_LINE}>{url}</Box>}
        <Box sx={SECOND_LINE}>{eventTypes.join(', ')}</Box>
      </td>
      <td>
        <EndpointMark endpoint={endpoint} />
        {failingSince !== null && (
          <Box sx={SECOND_LINE} title={formatInstant(failingSince)}>
            {t('webhooks.since', { ago: formatAgo(failingSince, asOfMs) })}
          </Box>
        )}
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {succeededAt === null ? (
          t('webhooks.never')
        ) : (
          <span title={formatInstant(succeededAt)}>{formatAgo(succeededAt, asOfMs)}</span>
        )}
      </Box>
    </Box>
  )
}
