import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { usePages, useWrite, type Row } from '../../api.ts'
import { formatInstant } from '../../design/format.ts'
import { LedgerRows } from '../../design/ledger-rows.tsx'
import { BUTTON_CELL, SECOND_LINE, WIDE_ONLY } from '../../design/ledger-table.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { toastShown } from '../../shell/toast-slice.ts'
import { useSignOut } from '../../shell/use-sign-out.ts'
import { PasswordForm } from './password-form.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { useDeviceWords } from './use-device-words.ts'

type Session = Row<'identity.list-sessions'>

/** Where one is signed in oneself, and one's own password. */
export function SessionsSection() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const list = usePages('identity.list-sessions', { limit: 100 })
  const { send, isSending, problem } = useWrite('identity.revoke-session')
  const end = async (sessionId: string, device: string) => {
    if (await send({ sessionId })) dispatch(toastShown({ text: t('sessions.endedToast', { device }) }))
  }
  return (
    <SettingsFrame here="sessions" reading={list}>
      {problem && (
        <Box sx={{ p: { xs: 4, sm: 6 } }}>
          <ProblemNotice problem={problem} />
        </Box>
      )}
      <LedgerRows
        label={t('sessions.list')}
        columns={[
          { key: 'device', title: t('sessions.device') },
          { key: 'address', title: t('sessions.address'), isWideOnly: true },
          { key: 'used', title: t('sessions.used'), isWideOnly: true },
          { key: 'since', title: t('sessions.since'), isWideOnly: true },
          { key: 'end', title: '' },
        ]}
      >
        {list.rows?.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isSending={isSending}
            onEnd={(device) => void end(session.id, device)}
          />
        ))}
      </LedgerRows>
      {list.hasMore && (
        <Button onClick={list.more} sx={{ mx: 4, my: 2 }}>
          {t('settings.more')}
        </Button>
      )}
      <PasswordForm />
    </SettingsFrame>
  )
}

function SessionRow(given: { session: Session; isSending: boolean; onEnd: (device: string) => void }) {
  const { t } = useTranslation()
  const signOut = useSignOut()
  const { userAgent, address, lastUsedAt, createdAt, isCurrent } = given.session
  const device = useDeviceWords(userAgent)
  const where = address || t('sessions.unknownAddress')
  return (
    <tr>
      <td>
        <Box component="span" title={userAgent} sx={{ fontWeight: 500 }}>
          {device}
        </Box>
        {isCurrent && (
          <Box component="span" sx={{ ml: 1.5, ...SECOND_LINE, color: 'success.main' }}>
            {t('sessions.here')}
          </Box>
        )}
        <Box sx={{ ...SECOND_LINE, display: { sm: 'none' } }}>{where}</Box>
        <Box sx={{ ...SECOND_LINE, display: { sm: 'none' } }}>
          {t('sessions.used')}: {formatInstant(lastUsedAt)}
        </Box>
      </td>
      <Box component="td" sx={WIDE_ONLY}>
        {where}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {formatInstant(lastUsedAt)}
      </Box>
      <Box component="td" sx={WIDE_ONLY}>
        {formatInstant(createdAt)}
      </Box>
      <Box component="td" sx={BUTTON_CELL}>
        {isCurrent ? (
          <Button onClick={() => void signOut()}>{t('nav.signOut')}</Button>
        ) : (
          <Button
            disabled={given.isSending}
            aria-label={t('sessions.endNamed', { device })}
            onClick={() => given.onEnd(device)}
          >
            {t('sessions.end')}
          </Button>
        )}
      </Box>
    </tr>
  )
}
