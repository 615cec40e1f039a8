import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { useWrite, type Output } from '../../../api.ts'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { ShownOnce } from '../../../design/shown-once.tsx'
import { TextField } from '../../../design/text-field.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'

type Webhook = Output<'notifications.get-choices'>['webhook']

/** An address of one's own: set, tried, taken away. Its secret is shown when it is set, and never again. */
export function OwnWebhook({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const [secret, setSecret] = useState<string>()
  const setting = useWrite('notifications.set-own-webhook')
  const removing = useWrite('notifications.remove-own-webhook')
  const trying = useWrite('notifications.try-own-webhook')
  const set = async (url: string) => setSecret((await setting.send({ url }))?.secret)
  const problem = setting.problem ?? removing.problem ?? trying.problem
  const tryIt = async () => {
    if (await trying.send({})) dispatch(toastShown({ text: t('notifications.testSent') }))
  }
  return (
    <Box component="section" aria-labelledby="own-webhook" sx={{ display: 'grid', gap: 3 }}>
      <div>
        <Typography variant="h3" id="own-webhook">
          {t('notifications.ownWebhook')}
        </Typography>
        <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary', textWrap: 'pretty' }}>
          {t('notifications.ownWebhookDetail')}
        </Typography>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {secret !== undefined && (
        <Box sx={{ border: '1px solid var(--mui-palette-divider)', bgcolor: 'background.paper' }}>
          <ShownOnce
            title={t('notifications.made')}
            detail={t('notifications.madeDetail')}
            label={t('notifications.secret')}
            secret={secret}
            copyLabel={t('notifications.copySecret')}
          >
            <Button onClick={() => setSecret(undefined)}>{t('notifications.kept')}</Button>
          </ShownOnce>
        </Box>
      )}
      {webhook ? (
        <WebhookState
          webhook={webhook}
          isSending={removing.isSending || trying.isSending}
          onTry={() => void tryIt()}
          onRemove={() => {
            setSecret(undefined)
            void removing.send({})
          }}
        />
      ) : (
        <WebhookForm isSending={setting.isSending} onSet={(url) => void set(url)} />
      )}
    </Box>
  )
}

function WebhookForm({ isSending, onSet }: { isSending: boolean; onSet: (url: string) => void }) {
  const { t } = useTranslation()
  const [url, setUrl] = useState('')
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSet(url)
      }}
      sx={{ display: 'grid', gap: 3 }}
    >
      <TextField
        label={t('notifications.url')}
        hint={t('notifications.urlHint')}
        value={url}
        onChange={setUrl}
      />
      <div>
        <Button type="submit" variant="outlined" disabled={isSending || url.trim() === ''}>
          {t('notifications.set')}
        </Button>
      </div>
    </Box>
  )
}

function WebhookState(given: {
  webhook: NonNullable<Webhook>
  isSending: boolean
  onTry: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const { webhook, isSending, onTry, onRemove } = given
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <div>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', fontWeight: 500 }}>
          {webhook.url}
        </Typography>
        <Typography variant="body2" sx={{ color: webhook.isEnabled ? 'text.secondary' : 'error.main' }}>
          {t(webhook.isEnabled ? 'notifications.isOn' : 'notifications.isOff')}
        </Typography>
      </div>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {webhook.isEnabled && (
          <Button variant="outlined" disabled={isSending} onClick={onTry}>
            {t('notifications.try')}
          </Button>
        )}
        <Button disabled={isSending} onClick={onRemove}>
          {t('notifications.remove')}
        </Button>
      </Box>
    </Box>
  )
}
