import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useWrite } from '../../api.ts'
import { ProblemNotice } from '../../design/problem-notice.tsx'

/** Beside founding one's own: a studio to look at. What was chosen stays, so that is said before. */
export function DemoOffer() {
  const { t } = useTranslation()
  const founding = useWrite('demo.found-studio')
  const entering = useWrite('identity.enter-demo')
  const isSending = founding.isSending || entering.isSending
  const problem = founding.problem ?? entering.problem
  const look = async () => {
    if (await founding.send({})) await entering.send({})
  }
  return (
    <Box
      component="section"
      aria-labelledby="demo-offer"
      sx={{ mt: 8, pt: 5, borderTop: '1px solid var(--mui-palette-divider)' }}
    >
      <Typography variant="h2" id="demo-offer">
        {t('demo.offerTitle')}
      </Typography>
      <Typography variant="body2" sx={{ mt: 1, mb: 3, color: 'text.secondary', textWrap: 'pretty' }}>
        {t('demo.offerDetail')}
      </Typography>
      {problem && (
        <Box sx={{ mb: 3 }}>
          <ProblemNotice problem={problem} />
        </Box>
      )}
      <Button variant="outlined" disabled={isSending} onClick={() => void look()} sx={{ height: 40 }}>
        {isSending ? t('demo.offering') : t('demo.offer')}
      </Button>
    </Box>
  )
}
