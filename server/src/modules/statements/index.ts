import { getStatement } from './get-statement.ts'
import { listBudget } from './list-budget.ts'
import { setBudget } from './set-budget.ts'

export const statementsOperations = [getStatement, listBudget, setBudget]
