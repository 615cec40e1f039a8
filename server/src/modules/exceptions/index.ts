import type { ExceptionRule } from './exception-rule.ts'
import { listExceptions } from './list-exceptions.ts'
import { summariseExceptions } from './summarise-exceptions.ts'

export { exceptionRule, type ExceptionRule } from './exception-rule.ts'

export function exceptionsOperations(rules: readonly ExceptionRule[]) {
  return [listExceptions(rules), summariseExceptions(rules)]
}
