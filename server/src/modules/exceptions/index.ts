import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import type { ExceptionRule } from './exception-rule.ts'
import { listExceptions } from './list-exceptions.ts'
import { summariseExceptions } from './summarise-exceptions.ts'

export { exceptionRule, type ExceptionRule } from './exception-rule.ts'

export function exceptionsOperations(rules: readonly ExceptionRule[], subjects: SubjectMeans) {
  return [listExceptions(rules, subjects), summariseExceptions(rules)]
}
