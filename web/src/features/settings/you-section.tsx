import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output, Row } from '../../api.ts'
import { NewPasskeyPanel } from './passkeys/new-passkey-panel.tsx'
import { PasskeysPart } from './passkeys/passkeys-part.tsx'
import { RenamePasskeyPanel } from './passkeys/rename-passkey-panel.tsx'
import { PreferenceFields } from './preference-fields.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { useSidePanel } from './use-side-panel.ts'

/** What is one's own, in whichever studio. */
export function YouSection({ me }: { me: Output<'identity.get-me'> }) {
  const { t } = useTranslation()
  const { isOpen, open, close } = useSidePanel()
  const [renamed, setRenamed] = useState<Row<'identity.list-passkeys'>>()
  const add = () => {
    setRenamed(undefined)
    open('new')
  }
  const rename = (passkey: Row<'identity.list-passkeys'>) => {
    close()
    setRenamed(passkey)
  }
  const panel = renamed ? (
    <RenamePasskeyPanel key={renamed.id} passkey={renamed} onClose={() => setRenamed(undefined)} />
  ) : (
    isOpen('new') && <NewPasskeyPanel onClose={close} />
  )
  return (
    <SettingsFrame here="you" panel={me.preferences && panel}>
      <Box sx={{ px: { xs: 4, sm: 6 }, py: 6, maxWidth: 480, display: 'grid', gap: 5 }}>
        <div>
          <Typography variant="h2">{t('preferences.title')}</Typography>
          <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
            {t('preferences.detail')}
          </Typography>
        </div>
        {me.preferences ? (
          <PreferenceFields preferences={me.preferences} />
        ) : (
          <Typography variant="body2">{t('preferences.peopleOnly')}</Typography>
        )}
      </Box>
      {me.preferences && <PasskeysPart isDemo={me.isDemo} onAdd={add} onRename={rename} />}
    </SettingsFrame>
  )
}
