import { answerRequest } from './answer-request.ts'
import { archiveKpi } from './archive-kpi.ts'
import { askOwners } from './ask-owners.ts'
import { compareSeries } from './compare-series.ts'
import { createKpi } from './create-kpi.ts'
import { contradictedRule, silentRule } from './exception-rules.ts'
import { valueImport } from './import-program.ts'
import { importValues } from './import-values.ts'
import { getKpi } from './get-kpi.ts'
import { getSeries } from './get-series.ts'
import type { KpisMeans } from './kpis-means.ts'
import { listContradictions } from './list-contradictions.ts'
import { listKpis } from './list-kpis.ts'
import { listRequests } from './list-requests.ts'
import { listStale } from './list-stale.ts'
import { listValues } from './list-values.ts'
import { mailRequest } from './mail-request.ts'
import { openRequest } from './open-request.ts'
import { recordMeasuredValues } from './record-measured-values.ts'
import { recordValues } from './record-values.ts'
import { requestValues } from './request-values.ts'
import { restoreKpi } from './restore-kpi.ts'
import { fallingSign, untoldSign } from './signs.ts'
import { summariseLatest } from './summarise-latest.ts'
import { summariseRange } from './summarise-range.ts'
import { summariseValues } from './summarise-values.ts'
import { updateKpi } from './update-kpi.ts'
import { withdrawMeasuredValues } from './withdraw-measured-values.ts'
import { withdrawValues } from './withdraw-values.ts'

export { createKpi } from './create-kpi.ts'
export {
  lockPostedKpi,
  postedKpis,
  setPostedUntil,
  type PostedKpi,
  type PostedValue,
} from './posted-queries.ts'
export { recordPosted } from './record-posted.ts'
export { recordMeasuredValues } from './record-measured-values.ts'
export { recordValues } from './record-values.ts'

export const kpisRules = [contradictedRule, silentRule]

/** Count for health, and are no exceptions. */
export const kpisSigns = [fallingSign, untoldSign]

export function kpisOperations(means: KpisMeans) {
  return [
    answerRequest(means),
    archiveKpi,
    compareSeries,
    createKpi,
    getKpi,
    getSeries,
    importValues,
    listContradictions,
    listKpis,
    listRequests(means),
    listStale,
    listValues,
    openRequest(means),
    recordMeasuredValues,
    recordValues,
    requestValues(means),
    restoreKpi,
    summariseLatest,
    summariseRange,
    summariseValues,
    updateKpi,
    withdrawMeasuredValues,
    withdrawValues,
  ]
}

export { kpisSources } from './search-queries.ts'

export function kpisPrograms(means: KpisMeans) {
  return [valueImport, askOwners(means), mailRequest(means)]
}

export { kpisKinds } from './notification-kinds.ts'
export { kpiSubject } from './subject-queries.ts'
