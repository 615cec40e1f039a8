import { isRecord } from '#kernel/records.ts'

/** A read of the screen, out of its JSON. */
export function parseRead(call: string): { operation: string; input: object } {
  const parsed: unknown = JSON.parse(call)
  const [operation, input]: unknown[] = Array.isArray(parsed) ? parsed : []
  return { operation: String(operation), input: isRecord(input) ? input : {} }
}
