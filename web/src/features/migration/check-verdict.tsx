import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { differs } from './pair-rows.tsx'
import type { Check } from './said.ts'
import { VERDICT_BAR } from '../../design/verdict-bar.ts'

/** How many companies tie out, what would be posted, and the button that does it. It stays in sight. */
export function CheckVerdict(given: {
  check: Check | undefined
  isTrying: boolean
  isSending: boolean
  onPost: () => void
}) {
  const { t } = useTranslation()
  const { check, isTrying, isSending, onPost } = given
  if (!check) {
    return (
      <Box component="output" sx={VERDICT_BAR}>
        {t('migration.checking')}
      </Box>
    )
  }
  const { companies, pairs, tiesOut, warningCount } = check
  const toLookAt = warningCount + pairs.filter((one) => differs(one)).length
  const [count, tied] = [companies.length, companies.filter((one) => one.tiesOut).length]
  const entries = companies.reduce((sum, one) => sum + one.entries, 0)
  const open = count === 0 ? t('migration.noCompany') : t('migration.notReady', { tied, count })
  const next = entries === 0 ? t('migration.nothingNew') : t('migration.willPost', { count: entries })
  return (
    <Box sx={VERDICT_BAR}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }} aria-busy={isTrying}>
        <Typography component="output" variant="h2" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          {tiesOut && <Icon name="check" />}
          {tiesOut ? t('migration.ready', { count }) : open}
        </Typography>
        <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
          {tiesOut ? next : t('migration.nothingMoves')}
          {toLookAt > 0 && ` ${t('migration.toLookAt', { count: toLookAt })}`}
        </Box>
      </Box>
      <Button
        variant="contained"
        disabled={!tiesOut || entries === 0 || isTrying || isSending}
        onClick={onPost}
      >
        {t('migration.post', { count: entries })}
      </Button>
    </Box>
  )
}
