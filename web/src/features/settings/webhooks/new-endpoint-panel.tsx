import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../../api.ts'
import { ShownOnce } from '../../../design/shown-once.tsx'
import { SidePanel } from '../../../design/side-panel.tsx'
import { EndpointForm, type EndpointDraft } from './endpoint-form.tsx'
import { useWebhookPlace } from './use-webhook-place.ts'

const NOTHING: EndpointDraft = { url: '', description: '', eventTypes: [] }

export function NewEndpointPanel() {
  const { t } = useTranslation()
  const { close, openEndpoint } = useWebhookPlace()
  const [made, setMade] = useState<{ id: string; secret: string }>()
  const { send, isSending, problem } = useWrite('webhooks.create-endpoint')
  const create = async (draft: EndpointDraft) => {
    const answer = await send(draft)
    if (answer) setMade({ id: answer.endpoint.id, secret: answer.secret })
  }
  return (
    <SidePanel title={t('webhooks.new')} onClose={close}>
      {made ? (
        <ShownOnce
          title={t('webhooks.made')}
          detail={t('webhooks.madeDetail')}
          label={t('webhooks.secret')}
          secret={made.secret}
          copyLabel={t('webhooks.copySecret')}
        >
          <Button onClick={() => openEndpoint(made.id)}>{t('webhooks.goToIt')}</Button>
        </ShownOnce>
      ) : (
        <EndpointForm
          first={NOTHING}
          confirm={t('webhooks.create')}
          isSending={isSending}
          problem={problem}
          onSubmit={(draft) => void create(draft)}
          onCancel={close}
        />
      )}
    </SidePanel>
  )
}
