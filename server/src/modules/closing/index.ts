import { seenWith } from '#server/catalogue/operation.ts'
import { behindRule } from './behind-rule.ts'
import { closePeriod } from './close-period.ts'
import { createSchedule } from './create-schedule.ts'
import { endSchedule } from './end-schedule.ts'
import { getSchedule } from './get-schedule.ts'
import { listBoard } from './list-board.ts'
import { listSchedules } from './list-schedules.ts'
import { markReconciled } from './mark-reconciled.ts'
import { markReviewed } from './mark-reviewed.ts'
import { postDue } from './post-due.ts'
import { refusedRule } from './refused-rule.ts'
import { reopenPeriod } from './reopen-period.ts'
import { runSchedules } from './run-schedules.ts'
import { unmarkMonth } from './unmark-month.ts'

export const closingOperations = seenWith('ledger.read', [
  closePeriod,
  createSchedule,
  endSchedule,
  getSchedule,
  listBoard,
  listSchedules,
  markReconciled,
  markReviewed,
  reopenPeriod,
  runSchedules,
  unmarkMonth,
])

export const closingPrograms = [postDue]

export const closingRules = [behindRule, refusedRule]

export { entitiesWithBooks, groupSums, type GroupSum } from './checks-queries.ts'
export { groupBalances } from './group-differences.ts'
export { closePeriod }
