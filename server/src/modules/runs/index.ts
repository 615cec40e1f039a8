import { cancelRun } from './cancel-run.ts'
import { getRun } from './get-run.ts'
import { listRuns } from './list-runs.ts'
import { retryRun } from './retry-run.ts'
import { settleRun } from './settle-run.ts'
import { summariseRuns } from './summarise-runs.ts'

export { openRuns, type OpenRuns } from './open-runs.ts'

export const runsOperations = [cancelRun, getRun, listRuns, retryRun, settleRun, summariseRuns]

export { runsKinds } from './notification-kinds.ts'
export { runSubject } from './subject-queries.ts'
