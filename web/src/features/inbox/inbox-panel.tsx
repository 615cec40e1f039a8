import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatInstant } from '../../design/format.ts'
import { SidePanel } from '../../design/side-panel.tsx'
import { SubjectTalk } from '../talk/subject-talk.tsx'
import { hasTalk, placeOf } from './subject-place.ts'
import { titleOf, type Told } from './title-of.ts'

/** What one notification is about, and the way there. */
export function InboxPanel(given: {
  /** Undefined where it is not in the list: it is too old, or not to be read any more. */
  told: Told | undefined
  onTurn: (told: Told) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { told, onTurn, onClose } = given
  if (!told) {
    return (
      <SidePanel title={t('inbox.gone')} onClose={onClose}>
        <Typography variant="body2" sx={{ p: 5, textWrap: 'pretty' }}>
          {t('inbox.goneDetail')}
        </Typography>
      </SidePanel>
    )
  }
  const { subject, at, readAt } = told
  const place = subject ? placeOf(subject.id) : '/settings/notifications'
  return (
    <SidePanel title={titleOf(told) ?? t('inbox.yours')} onClose={onClose}>
      <Box sx={{ p: 5, display: 'grid', gap: 4 }}>
        <div>
          <Typography variant="body1" sx={{ textWrap: 'pretty' }}>
            {told.says}
          </Typography>
          <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
            {formatInstant(at)}
          </Typography>
        </div>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {place !== undefined && (
            <Button variant="contained" component={Link} to={place}>
              {t('inbox.open')}
            </Button>
          )}
          <Button variant="outlined" onClick={() => onTurn(told)}>
            {readAt === null ? t('inbox.markRead') : t('inbox.markUnread')}
          </Button>
        </Box>
      </Box>
      {subject && hasTalk(subject.id) && <SubjectTalk subjectId={subject.id} />}
    </SidePanel>
  )
}
