import { seenWith } from '#server/catalogue/operation.ts'
import { closePeriod } from './close-period.ts'
import { listBoard } from './list-board.ts'
import { markReconciled } from './mark-reconciled.ts'
import { markReviewed } from './mark-reviewed.ts'
import { reopenPeriod } from './reopen-period.ts'
import { unmarkMonth } from './unmark-month.ts'

export const closingOperations = seenWith('ledger.read', [
  closePeriod,
  listBoard,
  markReconciled,
  markReviewed,
  reopenPeriod,
  unmarkMonth,
])
