import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Icon } from './icon.tsx'

/** What was asked for waits for somebody else: no refusal, and not done. It leads to where it waits. */
export function HeldNotice({ title, approvalId }: { title: string; approvalId: string }) {
  const { t } = useTranslation()
  return (
    <Box
      component="output"
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr)',
        columnGap: 2,
        px: 3,
        py: 2.5,
        border: '1px solid var(--mui-palette-divider)',
        borderLeft: '2px solid var(--mui-palette-primary-main)',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ color: 'primary.main', pt: 0.5 }}>
        <Icon name="clock" />
      </Box>
      <div>
        <Typography variant="h3">{title}</Typography>
        <Typography variant="body2">{t('held.detail')}</Typography>
        <Button variant="outlined" component={Link} to={`/approvals/${approvalId}`} sx={{ mt: 2 }}>
          {t('held.open')}
        </Button>
      </div>
    </Box>
  )
}
