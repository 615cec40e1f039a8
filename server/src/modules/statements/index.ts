import { exportAccount } from './export-account.ts'
import { exportStatement } from './export-statement.ts'
import { getStatement } from './get-statement.ts'
import { listBudget } from './list-budget.ts'
import { listMargins } from './list-margins.ts'
import { postValues } from './post-values.ts'
import { setBudget } from './set-budget.ts'

export const statementsOperations = [
  exportAccount,
  exportStatement,
  getStatement,
  listBudget,
  listMargins,
  setBudget,
]

export const statementsPrograms = [postValues]

export { movesCash, OPENINGS } from './cash-queries.ts'
export { knownNote, rateNotes } from './printed-statement.ts'
export { FileFormat, StatementFile, statementFile } from './statement-file.ts'
export { STATEMENT_TITLES } from './statement-title.ts'
