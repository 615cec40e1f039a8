import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { usePages, useWrite, type Row } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { Icon } from '../../design/icon.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { KeyRows } from './key-rows.tsx'
import { NewKeyPanel } from './new-key-panel.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { useSidePanel } from './use-side-panel.ts'
import { May } from '../identity/may.tsx'

type ApiKey = Row<'identity.list-api-keys'>

/** The keys of programs and agents: what each may do, when it was last used, and its end. */
export function KeysSection() {
  const { t } = useTranslation()
  const list = usePages('identity.list-api-keys', { limit: 100 })
  const { isOpen, open, close } = useSidePanel()
  const [leaving, setLeaving] = useState<ApiKey>()
  const add = (
    <May permission="identity.manage-keys">
      <Button variant="contained" onClick={() => open('new')} startIcon={<Icon name="plus" size={14} />}>
        {t('keys.new')}
      </Button>
    </May>
  )
  return (
    <SettingsFrame
      here="keys"
      reading={list}
      action={add}
      panel={isOpen('new') && <NewKeyPanel onClose={close} />}
    >
      {list.rows?.length === 0 ? (
        <EmptyState title={t('keys.none')} detail={t('keys.noneDetail')}>
          {add}
        </EmptyState>
      ) : (
        <KeyRows keys={list.rows} asOfMs={list.asOfMs} onRevoke={setLeaving} />
      )}
      {list.hasMore && (
        <Box sx={{ px: 4, py: 2 }}>
          <Button onClick={list.more}>{t('settings.more')}</Button>
        </Box>
      )}
      {leaving && <Revoking apiKey={leaving} onDone={() => setLeaving(undefined)} />}
    </SettingsFrame>
  )
}

function Revoking({ apiKey: { id: apiKeyId, name }, onDone }: { apiKey: ApiKey; onDone: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('identity.revoke-api-key')
  const revoke = async () => {
    if (!(await send({ apiKeyId }))) return
    dispatch(toastShown({ text: t('keys.revokedToast', { name }) }))
    onDone()
  }
  return (
    <ConfirmDialog
      title={t('keys.revokeTitle', { name })}
      detail={t('keys.revokeDetail')}
      confirm={t('keys.revoke')}
      cancel={t('settings.cancel')}
      isSending={isSending}
      problem={problem}
      onConfirm={() => void revoke()}
      onCancel={onDone}
    />
  )
}
