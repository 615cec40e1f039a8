import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { ShownOnce } from '../../design/shown-once.tsx'
import { SideForm } from '../../design/side-form.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { TextField } from '../../design/text-field.tsx'
import { grantsOf, newRight } from './rights-draft.ts'
import { RightsEditor } from './rights-editor.tsx'

/** An invitation is a link. It is mailed where a mail server is set, and shown once to its maker, too. */
export function InvitePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [made, setMade] = useState<{ name: string; link: string; isMailed: boolean }>()
  return (
    <SidePanel title={t('people.invite')} onClose={onClose}>
      {made ? (
        <ShownOnce
          title={t(made.isMailed ? 'people.mailed' : 'people.sent')}
          detail={t(made.isMailed ? 'people.mailedDetail' : 'people.sentDetail', { name: made.name })}
          label={t('people.link')}
          secret={made.link}
          copyLabel={t('people.copyLink')}
        >
          <Button onClick={onClose}>{t('people.done')}</Button>
        </ShownOnce>
      ) : (
        <InviteForm
          onCancel={onClose}
          onMade={({ token, ...given }) => setMade({ ...given, link: `${location.origin}/join#${token}` })}
        />
      )}
    </SidePanel>
  )
}

function InviteForm(given: {
  onCancel: () => void
  onMade: (made: { token: string; name: string; isMailed: boolean }) => void
}) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [rights, setRights] = useState(() => [newRight()])
  const { send, isSending, problem } = useWrite('identity.invite-person')
  const invite = async () => {
    const made = await send({ email, displayName, grants: grantsOf(rights) })
    if (made) {
      const { token, isMailed } = made
      given.onMade({ token, isMailed, name: made.invitation.displayName })
    }
  }
  return (
    <SideForm problem={problem} onSubmit={() => void invite()}>
      <TextField
        label={t('people.email')}
        type="email"
        takesFocus
        maxLength={254}
        value={email}
        onChange={setEmail}
        error={errorAt(problem, '/email')}
      />
      <TextField
        label={t('people.displayName')}
        maxLength={120}
        value={displayName}
        onChange={setDisplayName}
        error={errorAt(problem, '/displayName')}
      />
      <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{t('people.inviteDetail')}</Box>
      <RightsEditor rights={rights} onChange={setRights} error={errorAt(problem, '/grants')} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button type="submit" variant="contained" disabled={isSending}>
          {isSending ? t('settings.saving') : t('people.send')}
        </Button>
        <Button onClick={given.onCancel}>{t('settings.cancel')}</Button>
      </Box>
    </SideForm>
  )
}
