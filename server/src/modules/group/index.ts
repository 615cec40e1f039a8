import { allocateServices } from './allocate-services.ts'
import { consolidateEntity } from './consolidate-entity.ts'
import { disagreementRule } from './disagreement-rule.ts'
import { exportConsolidation } from './export-consolidation.ts'
import { getConsolidation } from './get-consolidation.ts'
import { listConsolidationLines } from './list-consolidation-lines.ts'
import { listConsolidations } from './list-consolidations.ts'
import { listDisagreements } from './list-disagreements.ts'
import { listPairs } from './list-pairs.ts'
import { listTopSide } from './list-top-side.ts'
import { postIntercompany } from './post-intercompany.ts'
import { postTopSide } from './post-top-side.ts'

export const groupRules = [disagreementRule]

export const groupOperations = [
  allocateServices,
  consolidateEntity,
  exportConsolidation,
  getConsolidation,
  listConsolidationLines,
  listConsolidations,
  listDisagreements,
  listPairs,
  listTopSide,
  postIntercompany,
  postTopSide,
]
export { consolidateEntity }
