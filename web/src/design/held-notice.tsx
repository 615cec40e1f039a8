import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NoticeFrame } from './notice-frame.tsx'

/** What was asked for waits for somebody else: no refusal, and not done. It leads to where it waits. */
export function HeldNotice({ title, approvalId }: { title: string; approvalId: string }) {
  const { t } = useTranslation()
  return (
    <NoticeFrame isAlert={false} icon="clock" tone="primary">
      <Typography variant="h3">{title}</Typography>
      <Typography variant="body2">{t('held.detail')}</Typography>
      <Button variant="outlined" component={Link} to={`/approvals/${approvalId}`} sx={{ mt: 2 }}>
        {t('held.open')}
      </Button>
    </NoticeFrame>
  )
}
