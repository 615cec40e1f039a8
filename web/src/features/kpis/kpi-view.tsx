import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useDispatch } from 'react-redux'
import { Link, useNavigate, useParams } from 'react-router'
import { lastEndedBefore, parsePeriod } from '#kernel/periods.ts'
import { useRead, useWrite } from '../../api.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { ProblemNotice } from '../../design/problem-notice.tsx'
import { SidePanel } from '../../design/side-panel.tsx'
import { TAB, TAB_AWAY, TABS } from '../../design/tabs.ts'
import { toastShown } from '../../shell/toast-slice.ts'
import { HeaderAction } from '../businesses/header-action.tsx'
import { SubjectTalk } from '../talk/subject-talk.tsx'
import { May } from '../identity/may.tsx'
import { Contradictions } from './contradictions.tsx'
import type { Kpi } from './figure.ts'
import { draftOf, fieldsOf, type KpiDraft } from './kpi-draft.ts'
import { KpiForm } from './kpi-form.tsx'
import { KpiValues } from './kpi-values.tsx'
import { StaleRows } from './stale-rows.tsx'
import { useKpiPlace, VIEWS, type View } from './use-kpi-place.ts'

/** One KPI: its values by business for a period, what contradicts, and what went silent. */
export function KpiView() {
  const { t } = useTranslation()
  const { kpiId = '' } = useParams()
  const place = useKpiPlace()
  const { data: kpi, problem, again } = useRead('kpis.get-kpi', { kpiId })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <PageHeader title={kpi?.name ?? t('kpis.name')}>
          {kpi && (
            <May permission="kpis.write">
              <KpiActions kpi={kpi} onEdit={() => place.put({ edit: 'true' })} />
            </May>
          )}
        </PageHeader>
        <ViewTabs here={place.view} />
        <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
          {problem && (
            <Box sx={{ p: { xs: 4, sm: 6 }, maxWidth: 720 }}>
              <ProblemNotice problem={problem} onRetry={again} />
            </Box>
          )}
          {kpi && place.view === 'values' && <KpiValues kpi={kpi} period={periodShown(kpi, place.period)} />}
          {kpi && place.view === 'contradictions' && <Contradictions kpi={kpi} />}
          {kpi && place.view === 'stale' && <StaleRows kpi={kpi} />}
          {kpi && place.view === 'talk' && (
            <Box sx={{ maxWidth: 720 }}>
              <SubjectTalk subjectId={kpi.id} />
            </Box>
          )}
        </Box>
      </Box>
      {kpi && place.isEditing && (
        <EditKpiPanel key={kpi.revision} kpi={kpi} onClose={() => place.put({ edit: '' })} />
      )}
    </Box>
  )
}

/** What the address names, or the last period that has ended. */
function periodShown({ cadence }: Kpi, name: string | null) {
  const named = name === null ? undefined : parsePeriod(name)
  return named?.cadence === cadence ? named : lastEndedBefore(cadence, new Date().toISOString().slice(0, 10))
}

function ViewTabs({ here }: { here: View }) {
  const { t } = useTranslation()
  const { addressOf } = useKpiPlace()
  return (
    <Box component="nav" aria-label={t('kpis.views')} sx={TABS}>
      {VIEWS.map((view) => (
        <Box
          key={view}
          component={Link}
          to={addressOf({ view: view === 'values' ? '' : view })}
          aria-current={view === here ? 'page' : undefined}
          sx={TAB}
        >
          {t(`kpis.view.${view}`)}
        </Box>
      ))}
      <Box component={Link} to="/businesses/kpis" sx={TAB_AWAY}>
        {t('kpis.back')}
      </Box>
    </Box>
  )
}

function KpiActions({ kpi, onEdit }: { kpi: Kpi; onEdit: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const navigate = useNavigate()
  const { send, isSending } = useWrite('kpis.archive-kpi')
  const archive = async () => {
    if (!(await send({ kpiId: kpi.id }))) return
    const undo = { operation: 'kpis.restore-kpi', input: { kpiId: kpi.id } } as const
    dispatch(toastShown({ text: t('kpis.archivedToast', { name: kpi.name }), undo }))
    void navigate('/businesses/kpis')
  }
  return (
    <>
      <HeaderAction label={t('kpis.edit')} icon="edit" onClick={onEdit} />
      {kpi.archivedAt === null && (
        <HeaderAction
          label={t('kpis.archive')}
          icon="archive"
          disabled={isSending}
          onClick={() => void archive()}
        />
      )}
    </>
  )
}

function EditKpiPanel({ kpi, onClose }: { kpi: Kpi; onClose: () => void }) {
  const { t } = useTranslation()
  const dispatch = useDispatch()
  const { send, isSending, problem } = useWrite('kpis.update-kpi')
  const save = async (draft: KpiDraft) => {
    const saved = await send({ kpiId: kpi.id, revision: kpi.revision, ...fieldsOf(draft) })
    if (!saved) return
    const undo = { operation: 'kpis.update-kpi', input: { kpiId: kpi.id, ...saved.previous } } as const
    dispatch(toastShown({ text: t('kpis.savedToast', { name: saved.kpi.name }), undo }))
    onClose()
  }
  return (
    <SidePanel title={kpi.name} onClose={onClose}>
      <KpiForm
        start={draftOf(kpi)}
        submitLabel={t('kpis.save')}
        onSubmit={(draft) => void save(draft)}
        onCancel={onClose}
        {...{ problem, isSending }}
      />
    </SidePanel>
  )
}
