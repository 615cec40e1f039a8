import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../design/text-field.tsx'

/** What was recorded by mistake is withdrawn with a reason, and stays to be read. */
export function WithdrawSpan(given: {
  takesFocus?: boolean
  error: string | undefined
  isSending: boolean
  onWithdraw: (reason: string) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const { takesFocus = false, error, isSending, onWithdraw, onCancel } = given
  return (
    <>
      <TextField
        label={t('ownership.reason')}
        hint={t('ownership.reasonHint')}
        maxLength={400}
        takesFocus={takesFocus}
        value={reason}
        onChange={setReason}
        error={error}
      />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="outlined" disabled={isSending} onClick={() => onWithdraw(reason)}>
          {t('ownership.withdraw')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </Box>
    </>
  )
}
