import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { operationsApi, useRead, type Reading } from '../../api.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { ProvenanceMark } from '../../design/provenance-mark.tsx'
import { formatTime } from '../../design/format.ts'
import { ApprovalsPanel } from './approvals-panel.tsx'
import { ExceptionsPanel } from './exceptions-panel.tsx'
import { DemoGuide } from '../demo/guide.tsx'
import { TruthBar } from '../kpis/truth-bar.tsx'
import { CategoryLedger } from './category-ledger.tsx'
import { FirstSteps } from './first-steps.tsx'
import { HomeFigures } from './home-figures.tsx'
import { StageLedger } from './stage-ledger.tsx'

/** The portfolio in figures, each counted by the server at this moment and each a door to its rows. */
export function HomeRoom() {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const businesses = useRead('businesses.list-businesses', { limit: 1 })
  const entities = useRead('entities.list-entities', { limit: 1 })
  const archived = useRead('businesses.list-businesses', { limit: 1, isArchived: true })
  const readAgain = () =>
    void dispatch(
      operationsApi.util.invalidateTags(['entities', 'businesses'].map((id) => ({ type: 'module', id }))),
    )
  const isStarting = isNew(entities) || (isNew(businesses) && isNew(archived))
  return (
    <>
      <PageHeader
        title={t('home.title')}
        note={
          businesses.asOfMs !== undefined && (
            <ProvenanceMark kind="measured">
              {t('provenance.asOf', { time: formatTime(businesses.asOfMs) })}
            </ProvenanceMark>
          )
        }
      />
      <HomeFigures />
      <DemoGuide />
      <Box sx={{ pb: 12 }}>
        {businesses.problem && (
          <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
            <ProblemNotice problem={businesses.problem} onRetry={readAgain} />
          </Box>
        )}
        {!businesses.problem && isStarting && (
          <FirstSteps hasEntity={!isNew(entities)} hasBusiness={!isNew(businesses)} />
        )}
        {!businesses.problem && !isStarting && (
          <>
            <ApprovalsPanel />
            <TruthBar />
            <CategoryLedger />
            <ExceptionsPanel />
            <StageLedger />
          </>
        )}
      </Box>
    </>
  )
}

function isNew({ data }: Reading<{ total: number }>): boolean {
  return data?.total === 0
}
