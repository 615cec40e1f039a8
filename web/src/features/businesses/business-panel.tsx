import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api.ts'
import { formatDay } from '../../design/format.ts'
import { Icon } from '../../design/icon.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { BusinessKpis } from '../kpis/business-kpis.tsx'
import { BusinessFinance } from '../statements/finance-section.tsx'
import { SubjectTalk } from '../talk/subject-talk.tsx'
import { May } from '../identity/may.tsx'
import { BusinessFindings } from './business-findings.tsx'
import { BusinessDetails } from './business-details.tsx'
import { BusinessHistory } from './business-history.tsx'
import { EditBusiness } from './edit-business.tsx'
import type { Business } from './stages.ts'
import { useArchive } from './use-archive.ts'

/** One business beside the list: read, edited, archived or restored. */
export function BusinessPanel({ businessId, onClose }: { businessId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const { data: business, problem, again } = useRead('businesses.get-business', { businessId })
  const archive = useArchive()
  const title = business && isEditing ? t('form.editTitle', { name: business.name }) : business?.name
  return (
    <SidePanel
      title={title ?? t('business.missingTitle')}
      onClose={onClose}
      actions={
        business &&
        !isEditing && (
          <May permission="businesses.write">
            <PanelActions
              business={business}
              isSending={archive.isSending}
              onEdit={() => setEditing(true)}
              onArchive={() => void archive.archive(business).then((isDone) => isDone && onClose())}
              onRestore={() => void archive.restore(business)}
            />
          </May>
        )
      }
    >
      {problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={problem} onRetry={again} />
        </Box>
      )}
      {archive.problem && (
        <Box sx={{ p: 5 }}>
          <ProblemNotice problem={archive.problem} />
        </Box>
      )}
      {!problem && !business && <LoadingDetails />}
      {business?.archivedAt && !isEditing && (
        <Box
          sx={{
            px: 5,
            py: 3,
            fontSize: 12,
            lineHeight: '16px',
            color: 'warning.main',
            borderBottom: '1px solid var(--mui-palette-divider)',
          }}
        >
          {t('business.archivedNotice', { day: formatDay(business.archivedAt) })}
        </Box>
      )}
      {business && !isEditing && (
        <>
          <BusinessFindings businessId={business.id} />
          <BusinessDetails business={business} />
          <BusinessKpis business={business} />
          <BusinessFinance businessId={business.id} />
          <BusinessHistory businessId={business.id} />
          <SubjectTalk subjectId={business.id} />
        </>
      )}
      {business && isEditing && <EditBusiness current={business} onDone={() => setEditing(false)} />}
    </SidePanel>
  )
}

function PanelActions(given: {
  business: Business
  isSending: boolean
  onEdit: () => void
  onArchive: () => void
  onRestore: () => void
}) {
  const { t } = useTranslation()
  const isArchived = given.business.archivedAt !== null
  return (
    <>
      <Button onClick={given.onEdit} startIcon={<Icon name="edit" size={14} />}>
        {t('business.edit')}
      </Button>
      <Button
        disabled={given.isSending}
        onClick={isArchived ? given.onRestore : given.onArchive}
        startIcon={<Icon name={isArchived ? 'restore' : 'archive'} size={14} />}
      >
        {isArchived ? t('business.restore') : t('business.archive')}
      </Button>
    </>
  )
}

function LoadingDetails() {
  const { t } = useTranslation()
  return (
    <Box component="output" aria-label={t('business.loading')} sx={{ px: 5 }}>
      {[44, 62, 38, 80, 56].map((width) => (
        <Box
          key={width}
          sx={{
            height: 40,
            display: 'flex',
            alignItems: 'center',
            borderBottom: '1px solid var(--mui-palette-divider)',
          }}
        >
          <Skeleton height={12} width={`${width}%`} />
        </Box>
      ))}
    </Box>
  )
}
