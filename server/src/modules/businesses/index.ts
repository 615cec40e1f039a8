import { archiveBusiness } from './archive-business.ts'
import { archiveBusinesses } from './archive-businesses.ts'
import { assessHealth } from './assess-health.ts'
import { createBusiness } from './create-business.ts'
import { createBusinesses } from './create-businesses.ts'
import { createCategory } from './create-category.ts'
import { duplicateRule } from './duplicate-rule.ts'
import { exportBusinesses } from './export-businesses.ts'
import { getBusiness } from './get-business.ts'
import { getHealth } from './get-health.ts'
import { getPlan } from './get-plan.ts'
import { setPlan } from './set-plan.ts'
import { importBusinesses } from './import-businesses.ts'
import { businessImport } from './import-program.ts'
import type { HealthRules } from '#server/modules/health/index.ts'
import { listHealthRules } from './list-health-rules.ts'
import { listBusinesses } from './list-businesses.ts'
import { listCategories } from './list-categories.ts'
import { listDistinct } from './list-distinct.ts'
import { listMerges } from './list-merges.ts'
import { markDistinct } from './mark-distinct.ts'
import { listMoves } from './list-moves.ts'
import { listRecentMoves } from './list-recent-moves.ts'
import { listVintages } from './list-vintages.ts'
import { listOwners } from './list-owners.ts'
import { listStageClocks } from './list-stage-clocks.ts'
import { setStageClock } from './set-stage-clock.ts'
import { stalledRule } from './stalled-rule.ts'
import { ownerlessSign } from './ownerless-sign.ts'
import { mergeBusiness } from './merge-business.ts'
import { restoreBusiness } from './restore-business.ts'
import { restoreBusinesses } from './restore-businesses.ts'
import { summariseFunnel } from './summarise-funnel.ts'
import { summarisePortfolio } from './summarise-portfolio.ts'
import { summariseBusinesses } from './summarise-businesses.ts'
import { unmarkDistinct } from './unmark-distinct.ts'
import { updateBusiness } from './update-business.ts'
import { updateBusinesses } from './update-businesses.ts'

export { Stage } from './business-states.ts'
export { assessHealth } from './assess-health.ts'
export { createBusinesses } from './create-businesses.ts'
export { holdersOnDays } from './holders-queries.ts'
export { exampleBusiness } from './example-business.ts'
export { listOwners } from './list-owners.ts'
export { businessesNamed, type NamedBusiness } from './names-queries.ts'
export { setStageClock } from './set-stage-clock.ts'
export { stageIn } from './stage-in.ts'
export { updateBusinesses } from './update-businesses.ts'

export function businessesOperations(rules: HealthRules) {
  return [
    archiveBusiness,
    archiveBusinesses,
    createBusiness,
    createBusinesses,
    createCategory,
    exportBusinesses(rules),
    getBusiness(rules),
    assessHealth(rules),
    getHealth(rules),
    listHealthRules(rules),
    getPlan,
    setPlan,
    importBusinesses,
    listBusinesses(rules),
    listCategories,
    listDistinct,
    listMerges,
    markDistinct,
    mergeBusiness,
    listMoves,
    listOwners,
    listRecentMoves,
    listVintages,
    listStageClocks,
    setStageClock,
    restoreBusiness,
    restoreBusinesses,
    summariseBusinesses(rules),
    summariseFunnel,
    summarisePortfolio(rules),
    unmarkDistinct,
    updateBusiness,
    updateBusinesses,
  ]
}

export const businessesRules = [duplicateRule, stalledRule]

/** Counts for health, and is no exception. */
export const businessesSigns = [ownerlessSign]

export const businessesPrograms = [businessImport]

export { businessesSources } from './search-queries.ts'

export { businessSubject } from './subject-queries.ts'
