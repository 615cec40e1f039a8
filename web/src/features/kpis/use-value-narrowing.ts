import type { Input } from '../../api.ts'
import { isStage } from '../businesses/stages.ts'
import { useKpiPlace } from './use-kpi-place.ts'

type Narrowing = Pick<
  Input<'kpis.list-values'>,
  'categoryId' | 'hasCategory' | 'entityId' | 'ownerId' | 'hasOwner' | 'stage' | 'classification'
>

/** Of which businesses values are shown, as the address says; `none` finds those without. */
export function useValueNarrowing(): Narrowing {
  const { categoryId, entityId, ownerId, stage, isThen } = useKpiPlace()
  return {
    ...(categoryId === 'none' ? { hasCategory: false } : categoryId !== null && { categoryId }),
    ...(ownerId === 'none' ? { hasOwner: false } : ownerId !== null && { ownerId }),
    ...(entityId !== null && { entityId }),
    ...(stage !== null && isStage(stage) && { stage }),
    ...(isThen && { classification: 'then' as const }),
  }
}
