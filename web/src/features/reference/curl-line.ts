import type { FieldDoc, OperationDoc } from './open-api.ts'

/** A line that works in a terminal of this machine once the key and the values are put in. */
export function curlLine({ method, path, input, isPublic }: OperationDoc, origin: string): string {
  const needed = input.filter(({ isRequired }) => isRequired)
  const key = isPublic ? '' : ` -H "Authorization: Bearer $IZA_KEY"`
  if (method === 'GET') {
    const query = needed.map(({ name }) => `${name}=${name.toUpperCase()}`).join('&')
    return `curl${key} "${origin}${path}${query && `?${query}`}"`
  }
  const body = JSON.stringify(Object.fromEntries(needed.map((field) => [field.name, sample(field)])))
  return `curl${key} -H "Idempotency-Key: $(uuidgen)" -H "Content-Type: application/json" -d '${body}' "${origin}${path}"`
}

function sample({ name, type }: FieldDoc): unknown {
  if (type === 'integer' || type === 'number') return 1
  if (type === 'boolean') return true
  return type.endsWith('[]') ? [] : name.toUpperCase()
}
