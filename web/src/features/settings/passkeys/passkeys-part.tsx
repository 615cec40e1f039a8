import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { usePages, useWrite, type Row } from '../../../api.ts'
import { ConfirmDialog } from '../../../design/confirm-dialog.tsx'
import { Icon } from '../../../design/icon.tsx'
import { ProblemNotice } from '../../../design/problem-notice.tsx'
import { toastShown } from '../../../shell/toast-slice.ts'
import { passkeyObstacle } from '../../identity/passkey-obstacle.ts'
import { SectionTitle } from '../section-title.tsx'
import { PasskeyRows } from './passkey-rows.tsx'

type Passkey = Row<'identity.list-passkeys'>

/** One's own passkeys. Where none can be added, it says why instead of offering it. */
export function PasskeysPart(given: {
  isDemo: boolean
  onAdd: () => void
  onRename: (passkey: Passkey) => void
}) {
  const { t } = useTranslation()
  const list = usePages('identity.list-passkeys', { limit: 50 })
  const [leaving, setLeaving] = useState<Passkey>()
  const obstacle = passkeyObstacle()
  const why = given.isDemo
    ? t('passkey.notInDemo')
    : obstacle && t(`passkey.obstacles.${obstacle}`, { host: location.hostname })
  return (
    <section aria-label={t('passkey.title')}>
      <SectionTitle>{t('passkey.title')}</SectionTitle>
      <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4, maxWidth: 640 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary', textWrap: 'pretty' }}>
          {t('passkey.detail')}
        </Typography>
        {why ? (
          <Typography variant="body2" sx={{ mt: 3 }}>
            {why}
          </Typography>
        ) : (
          <Button
            variant="contained"
            onClick={given.onAdd}
            startIcon={<Icon name="plus" size={14} />}
            sx={{ mt: 3 }}
          >
            {t('passkey.add')}
          </Button>
        )}
      </Box>
      {list.problem && (
        <Box sx={{ px: { xs: 4, sm: 6 }, pb: 4, maxWidth: 640 }}>
          <ProblemNotice problem={list.problem} onRetry={list.again} />
        </Box>
      )}
      {list.rows && list.rows.length > 0 && (
        <PasskeyRows passkeys={list.rows} onRename={given.onRename} onRemove={setLeaving} />
      )}
      {leaving && <Removing passkey={leaving} onDone={() => setLeaving(undefined)} />}
    </section>
  )
}

function Removing({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('identity.remove-passkey')
  const { id: passkeyId, label: name } = passkey
  const remove = async () => {
    if (!(await send({ passkeyId }))) return
    dispatch(toastShown({ text: t('passkey.removedToast', { name }) }))
    onDone()
  }
  return (
    <ConfirmDialog
      title={t('passkey.removeTitle', { name })}
      detail={t('passkey.removeDetail')}
      confirm={t('passkey.remove')}
      cancel={t('settings.cancel')}
      isSending={isSending}
      problem={problem}
      onConfirm={() => void remove()}
      onCancel={onDone}
    />
  )
}
