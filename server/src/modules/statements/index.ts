import { getStatement } from './get-statement.ts'

export const statementsOperations = [getStatement]
