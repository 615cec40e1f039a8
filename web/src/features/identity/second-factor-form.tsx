import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorAt } from '../../api-call.ts'
import { useWrite } from '../../api.ts'
import { CopyButton } from '../../design/copy-button.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { TextField } from '../../design/text-field.tsx'
import { MONO } from '../../design/theme.ts'
import { useSignOut } from '../../shell/use-sign-out.ts'
import { useDeviceWords } from '../settings/use-device-words.ts'
import { DoorForm } from './door-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { PasskeyNotice } from './passkey-notice.tsx'
import { useAddPasskey } from './use-add-passkey.ts'

const WRONG_CODE = 'identity.wrong-code'
/** About what the code will take, so that nothing jumps when it comes. */
const QR_SIZE = 183

/** A new secret for an authenticator, and the first code that proves that it arrived there. */
export function SecondFactorForm(given: { studio: string; onConfirmed: (recoveryCodes: string[]) => void }) {
  const { t } = useTranslation()
  const [begun, setBegun] = useState<{ secret: string; uri: string }>()
  const [code, setCode] = useState('')
  const beginning = useWrite('identity.begin-second-factor')
  const confirming = useWrite('identity.confirm-second-factor')
  const signOut = useSignOut()
  const { send: begin } = beginning
  const hasAsked = useRef(false)
  useEffect(() => {
    // Once: each asking makes another secret, and the one on the page must be the last.
    if (hasAsked.current) return
    hasAsked.current = true
    void begin({}).then(setBegun)
  }, [begin])
  const confirm = async () => {
    const confirmed = await confirming.send({ code: code.trim() })
    if (confirmed) given.onConfirmed(confirmed.recoveryCodes)
  }
  const { problem } = confirming
  const isWrong = problem?.code === WRONG_CODE
  return (
    <DoorForm
      title={t('secondFactor.title')}
      detail={t('secondFactor.detail', { studio: given.studio })}
      problem={isWrong ? undefined : problem}
      onSubmit={() => void confirm()}
    >
      {beginning.problem ? (
        <ProblemNotice problem={beginning.problem} onRetry={() => void begin({}).then(setBegun)} />
      ) : (
        <Secret begun={begun} />
      )}
      <TextField
        label={t('secondFactor.code')}
        hint={t('secondFactor.codeHint')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
        value={code}
        onChange={setCode}
        error={isWrong ? t('secondFactor.wrongCode') : errorAt(problem, '/code')}
      />
      <Button type="submit" variant="contained" disabled={!begun || confirming.isSending} sx={{ height: 40 }}>
        {confirming.isSending ? t('secondFactor.confirming') : t('secondFactor.confirm')}
      </Button>
      <InsteadOfApp />
      <Button onClick={() => void signOut()} sx={{ justifySelf: 'start', mx: -2, mt: -2 }}>
        {t('nav.signOut')}
      </Button>
    </DoorForm>
  )
}

/** A passkey is both factors: whoever adds one here needs no app, and has no codes to keep. */
function InsteadOfApp() {
  const { t } = useTranslation()
  const label = useDeviceWords(navigator.userAgent)
  const { add, isWaiting, failure, problem } = useAddPasskey()
  return (
    <Box sx={{ display: 'grid', gap: 3, pt: 5, borderTop: '1px solid var(--mui-palette-divider)' }}>
      <Box sx={{ fontSize: 13, lineHeight: '20px', color: 'text.secondary', textWrap: 'pretty' }}>
        {t('passkey.insteadDetail')}
      </Box>
      <PasskeyNotice {...{ problem, failure }} />
      <PasskeyButton label={t('passkey.instead')} isWaiting={isWaiting} onPress={() => void add({ label })} />
    </Box>
  )
}

function Secret({ begun }: { begun: { secret: string; uri: string } | undefined }) {
  const { t } = useTranslation()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
      <Box sx={{ alignSelf: 'start', border: '1px solid var(--mui-palette-divider)' }}>
        {begun ? (
          <QrCode text={begun.uri} label={t('secondFactor.qr')} />
        ) : (
          <Skeleton width={QR_SIZE} height={QR_SIZE} />
        )}
      </Box>
      <Box sx={{ flex: '1 1 160px', minWidth: 0, fontSize: 12, lineHeight: '16px' }}>
        <Box sx={{ color: 'text.secondary' }}>{t('secondFactor.typeIn')}</Box>
        <Box
          component="code"
          aria-label={t('secondFactor.secret')}
          sx={{ display: 'block', my: 2, minHeight: 40, fontFamily: MONO, fontSize: 13, lineHeight: '20px' }}
        >
          {begun && inFours(begun.secret)}
        </Box>
        {begun && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            <CopyButton text={begun.secret} label={t('secondFactor.copy')} />
            <Button component="a" href={begun.uri} variant="outlined" sx={ON_PHONES}>
              {t('secondFactor.openApp')}
            </Button>
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** A phone cannot scan its own screen: there the address opens the authenticator app. */
const ON_PHONES = { display: 'none', '@media (pointer: coarse)': { display: 'inline-flex' } } as const

/** Read from a screen and typed into a phone, four at a time are not lost from sight. */
function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}
