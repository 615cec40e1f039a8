/** True for a JSON object: what `JSON.parse` and JSON Schema give where neither an array nor null is meant. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
