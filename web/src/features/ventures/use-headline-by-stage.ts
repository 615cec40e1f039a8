import { lastEndedBefore, today } from '#kernel/periods.ts'
import { useRead, type Output } from '../../api.ts'
import { STAGES } from '../businesses/stages.ts'

type Range = Output<'kpis.summarise-range'>

/** The headline KPI of the last period that has ended, by the stage that businesses have at present. */
export function useHeadlineByStage(filter: { entityId?: string; categoryId?: string; ownerId?: string }) {
  const found = useRead('kpis.list-kpis', { isHeadline: true, limit: 1 })
  const kpi = found.data?.items[0]
  const from = kpi ? lastEndedBefore(kpi.cadence, today()).name : ''
  const range = useRead(
    'kpis.summarise-range',
    {
      kpiId: kpi?.id ?? '',
      from,
      by: 'stage',
      classification: 'present',
      groupsNamed: STAGES.length,
      ...filter,
    },
    { skip: !kpi },
  )
  const points = new Map<string | null, Range['all'][number] | undefined>(
    range.data?.groups.map((group) => [group.id, group.points.at(-1)]),
  )
  return {
    kpi,
    period: from,
    points,
    isHere: range.data !== undefined,
    problem: found.problem ?? range.problem,
  }
}
