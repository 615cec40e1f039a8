import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite } from '../../../api.ts'
import { ConfirmDialog } from '../../../design/confirm-dialog.tsx'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { ShownOnce } from '../../../design/shown-once.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { useWebhookPlace } from './use-webhook-place.ts'
import type { Endpoint } from './webhook-marks.tsx'

/** What can be done with an endpoint. A new secret is asked about first, for it cannot be taken back. */
export function EndpointActions({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { openEdit, close } = useWebhookPlace()
  const [isAsking, setAsking] = useState(false)
  const [secret, setSecret] = useState<string>()
  const testing = useWrite('webhooks.send-test')
  const updating = useWrite('webhooks.update-endpoint')
  const archiving = useWrite('webhooks.archive-endpoint')
  const { id: endpointId, isEnabled } = endpoint
  const test = async () => {
    if (await testing.send({ endpointId })) dispatch(toastShown({ text: t('webhooks.testToast') }))
  }
  const enable = async () => {
    if (!(await updating.send({ endpointId, isEnabled: !isEnabled }))) return
    const undo = { operation: 'webhooks.update-endpoint', input: { endpointId, isEnabled } } as const
    dispatch(toastShown({ text: t(isEnabled ? 'webhooks.disabledToast' : 'webhooks.enabledToast'), undo }))
  }
  const archive = async () => {
    if (!(await archiving.send({ endpointId }))) return
    const undo = { operation: 'webhooks.restore-endpoint', input: { endpointId } } as const
    dispatch(toastShown({ text: t('webhooks.archivedToast'), undo }))
    close()
  }
  const problem = testing.problem ?? updating.problem ?? archiving.problem
  return (
    <>
      <Buttons
        isEnabled={isEnabled}
        isSending={testing.isSending || updating.isSending || archiving.isSending}
        onTest={() => void test()}
        onEdit={openEdit}
        onEnable={() => void enable()}
        onRotate={() => setAsking(true)}
        onArchive={() => void archive()}
      />
      {problem && (
        <Box sx={{ px: 5, pb: 4 }}>
          <ProblemNotice problem={problem} />
        </Box>
      )}
      {secret !== undefined && (
        <ShownOnce
          title={t('webhooks.rotated')}
          detail={t('webhooks.rotatedDetail')}
          label={t('webhooks.secret')}
          secret={secret}
          copyLabel={t('webhooks.copySecret')}
        >
          <Button onClick={() => setSecret(undefined)}>{t('people.done')}</Button>
        </ShownOnce>
      )}
      {isAsking && (
        <Rotating
          endpointId={endpointId}
          onDone={(told) => {
            setSecret(told ?? secret)
            setAsking(false)
          }}
        />
      )}
    </>
  )
}

function Buttons(given: {
  isEnabled: boolean
  isSending: boolean
  onTest: () => void
  onEdit: () => void
  onEnable: () => void
  onRotate: () => void
  onArchive: () => void
}) {
  const { t } = useTranslation()
  const { isEnabled, isSending } = given
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 5, py: 4 }}>
      {isEnabled && (
        <Button variant="outlined" disabled={isSending} onClick={given.onTest}>
          {t('webhooks.test')}
        </Button>
      )}
      <Button variant="outlined" onClick={given.onEdit}>
        {t('webhooks.edit')}
      </Button>
      <Button variant={isEnabled ? 'outlined' : 'contained'} disabled={isSending} onClick={given.onEnable}>
        {t(isEnabled ? 'webhooks.disable' : 'webhooks.enable')}
      </Button>
      <Button variant="outlined" onClick={given.onRotate}>
        {t('webhooks.rotate')}
      </Button>
      <Button variant="outlined" disabled={isSending} onClick={given.onArchive}>
        {t('webhooks.archive')}
      </Button>
    </Box>
  )
}

function Rotating({ endpointId, onDone }: { endpointId: string; onDone: (secret?: string) => void }) {
  const { t } = useTranslation()
  const { send, isSending, problem } = useWrite('webhooks.rotate-secret')
  const rotate = async () => {
    const answer = await send({ endpointId })
    if (answer) onDone(answer.secret)
  }
  return (
    <ConfirmDialog
      title={t('webhooks.rotateTitle')}
      detail={t('webhooks.rotateDetail')}
      confirm={t('webhooks.rotate')}
      cancel={t('settings.cancel')}
      isSending={isSending}
      problem={problem}
      onConfirm={() => void rotate()}
      onCancel={() => onDone()}
    />
  )
}
