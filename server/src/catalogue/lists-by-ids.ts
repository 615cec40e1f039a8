import { z } from 'zod'
import { isRecord } from '#kernel/records.ts'
import { nounOfId } from './fields.ts'
import type { Operation } from './operation.ts'

/** Whether an operation keeps what `resolves` promises: it reads, takes `ids` of the noun and `limit`, and pages. */
export function listsByIds({ effect, input, output }: Operation, noun: string): boolean {
  const { properties: given = {} } = z.toJSONSchema(input, { io: 'input' })
  const { properties: answered = {} } = z.toJSONSchema(output)
  const ids = Object(given['ids']).items
  return (
    effect === 'read' &&
    isRecord(ids) &&
    nounOfId(ids) === noun &&
    given['limit'] !== undefined &&
    Object(answered['items']).type === 'array'
  )
}
