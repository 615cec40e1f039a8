import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useRead, useWrite } from '../../../api.ts'
import { CopyId } from '../../../design/copy-id.tsx'
import { FactLine } from '../../../design/fact-line.tsx'
import { formatInstant } from '../../../design/format.ts'
import { SECOND_LINE } from '../../../design/ledger-table.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { SidePanel } from '../../../design/side-panel.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { DeliveryLog } from './delivery-log.tsx'
import { EndpointActions } from './endpoint-actions.tsx'
import { EndpointForm, type EndpointDraft } from './endpoint-form.tsx'
import { useWebhookPlace } from './use-webhook-place.ts'
import { EndpointMark, type Endpoint } from './webhook-marks.tsx'

/** One endpoint: how it stands, what can be done, and its log. */
export function EndpointPanel({ endpointId }: { endpointId: string }) {
  const { t } = useTranslation()
  const { isEditing, close } = useWebhookPlace()
  const { data: endpoint, problem, again } = useRead('webhooks.get-endpoint', { endpointId })
  return (
    <SidePanel
      title={endpoint ? endpoint.description || hostOf(endpoint.url) : t('webhooks.endpoint')}
      onClose={close}
    >
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {!endpoint && !problem && <Skeleton height={12} width="40%" sx={{ m: 5 }} />}
      {endpoint && isEditing && <EditEndpoint endpoint={endpoint} />}
      {endpoint && !isEditing && (
        <>
          <EndpointFacts endpoint={endpoint} />
          <EndpointActions endpoint={endpoint} />
          <DeliveryLog endpoint={endpoint} />
        </>
      )}
    </SidePanel>
  )
}

function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  const { id, url, eventTypes, disabledWhy, disabledAt, failingSince, succeededAt } = endpoint
  return (
    <Box component="dl" sx={{ m: 0 }}>
      <FactLine label={t('webhooks.state')}>
        <EndpointMark endpoint={endpoint} />
        {disabledWhy !== null && disabledAt !== null && (
          <Box sx={SECOND_LINE}>
            {t(`webhooks.disabledWhy.${disabledWhy}`, { at: formatInstant(disabledAt) })}
          </Box>
        )}
        {disabledWhy === null && failingSince !== null && (
          <Box sx={SECOND_LINE}>{t('webhooks.failingSince', { at: formatInstant(failingSince) })}</Box>
        )}
      </FactLine>
      <FactLine label={t('webhooks.url')}>{url}</FactLine>
      <FactLine label={t('webhooks.events')}>
        {eventTypes.map((type) => (
          <div key={type}>{type}</div>
        ))}
      </FactLine>
      <FactLine label={t('webhooks.succeeded')}>
        {succeededAt === null ? t('webhooks.never') : formatInstant(succeededAt)}
      </FactLine>
      <FactLine label={t('webhooks.id')}>
        <CopyId id={id} />
      </FactLine>
    </Box>
  )
}

function EditEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { openEndpoint } = useWebhookPlace()
  const { send, isSending, problem } = useWrite('webhooks.update-endpoint')
  const { id: endpointId, url, description, eventTypes, revision } = endpoint
  const save = async (draft: EndpointDraft) => {
    const answer = await send({ endpointId, revision, ...draft })
    if (!answer) return
    const undo = { operation: 'webhooks.update-endpoint', input: { endpointId, ...answer.previous } } as const
    dispatch(toastShown({ text: t('webhooks.savedToast'), undo }))
    openEndpoint(endpointId)
  }
  return (
    <EndpointForm
      first={{ url, description, eventTypes }}
      confirm={t('settings.save')}
      isSending={isSending}
      problem={problem}
      onSubmit={(draft) => void save(draft)}
      onCancel={() => openEndpoint(endpointId)}
    />
  )
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
