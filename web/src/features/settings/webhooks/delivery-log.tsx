import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link } from 'react-router'
import { usePages, useWrite } from '../../../api.ts'
import { Choice } from '../../../design/choice.tsx'
import { formatAgo, formatInstant } from '../../../design/format.ts'
import { DRILL } from '../../../design/kpi-strip.tsx'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { useEvery } from '../../../design/use-every.ts'
import { toastShown } from '../../../shell/toast-slice.ts'
import { addressOfDelivery, STATUSES, useWebhookPlace, type Status } from './use-webhook-place.ts'
import { DeliveryMark, type Delivery, type Endpoint } from './webhook-marks.tsx'

/** Deliveries tell no events, so while one waits the log is looked at again. */
const LOOK_MS = 3000
/** As long as the log is kept. */
const KEPT_MS = 30 * 86_400_000

export function DeliveryLog({ endpoint: { id: endpointId, isEnabled } }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  const { status, narrow } = useWebhookPlace()
  const list = usePages('webhooks.list-deliveries', { endpointId, limit: 50, ...(status && { status }) })
  const { rows, problem, again, asOfMs = 0 } = list
  const isUnderWay = rows?.some((delivery) => delivery.status === 'waiting') ?? false
  useEvery(isUnderWay ? LOOK_MS : 0, again)
  const hasFailed = rows?.some((delivery) => delivery.status === 'failed') ?? false
  return (
    <Box component="section" sx={{ borderTop: '1px solid var(--mui-palette-divider)' }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 2,
          px: 5,
          py: 3,
          '& > .MuiInputBase-root': { width: 160 },
        }}
      >
        <Typography variant="h3" sx={{ flex: 1 }}>
          {t('webhooks.log')}
        </Typography>
        <Choice
          label={t('webhooks.byStatus')}
          value={status ?? ''}
          isMarked={status !== undefined}
          options={[
            { value: '', label: t('webhooks.anyStatus') },
            ...STATUSES.map((value) => ({ value, label: t(`webhooks.statuses.${value}`) })),
          ]}
          onChange={narrow}
        />
      </Box>
      {problem && (
        <Box sx={{ px: 5, pb: 4 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {rows?.length === 0 && (
        <Box sx={{ px: 5, pb: 5, ...SECOND_LINE }}>
          {t(status === undefined ? 'webhooks.logEmpty' : 'webhooks.logNone')}
        </Box>
      )}
      <Box component="ul" aria-label={t('webhooks.log')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows?.map((delivery) => (
          <DeliveryLine key={delivery.id} {...{ delivery, asOfMs, status }} />
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 5, py: 3 }}>
        {list.hasMore && <Button onClick={list.more}>{t('settings.more')}</Button>}
        {isEnabled && hasFailed && <ResendFailed endpointId={endpointId} />}
      </Box>
    </Box>
  )
}

function DeliveryLine({
  delivery,
  asOfMs,
  status,
}: {
  delivery: Delivery
  asOfMs: number
  status: Status | undefined
}) {
  const { t } = useTranslation()
  const { type, createdAt, lastStatus, lastReason, nextTryAt } = delivery
  return (
    <Box component="li" sx={LINE}>
      <Box sx={{ minWidth: 0 }}>
        <Box
          component={Link}
          to={addressOfDelivery(delivery, status)}
          sx={{ ...DRILL, overflowWrap: 'anywhere' }}
        >
          {type}
        </Box>
        <Box sx={SECOND_LINE}>
          <span title={formatInstant(createdAt)}>{formatAgo(createdAt, asOfMs)}</span>
          {lastStatus !== null && ` · HTTP ${lastStatus}`}
          {delivery.status === 'waiting' &&
            nextTryAt &&
            ` · ${t('webhooks.nextTry', { at: formatInstant(nextTryAt) })}`}
        </Box>
        {delivery.status !== 'delivered' && lastReason !== null && lastStatus === null && (
          <Box sx={{ ...SECOND_LINE, overflowWrap: 'anywhere' }}>{lastReason}</Box>
        )}
      </Box>
      <DeliveryMark status={delivery.status} />
    </Box>
  )
}

function ResendFailed({ endpointId }: { endpointId: string }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('webhooks.redeliver-failed')
  const resend = async () => {
    const since = new Date(Date.now() - KEPT_MS).toISOString()
    if (await send({ endpointId, since })) dispatch(toastShown({ text: t('webhooks.resentToast') }))
  }
  return (
    <>
      <Button variant="outlined" disabled={isSending} onClick={() => void resend()}>
        {t('webhooks.resendFailed')}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}

const LINE = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  columnGap: 3,
  px: 5,
  py: '9px',
  fontSize: 13,
  lineHeight: '20px',
  borderTop: '1px solid var(--mui-palette-divider)',
} as const
