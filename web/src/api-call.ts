import { isRecord } from '#kernel/records.ts'
import type { OperationName, Problem } from '#contract/operations.d.ts'
import { i18n } from './strings/i18n.ts'

export interface Call {
  operation: OperationName
  input: object
  /** Given for writes, one per action of the person: sent again with the same key, nothing is done twice. */
  idempotencyKey?: string | undefined
}

/** The request got no answer that we understand: the one problem that this side makes up. */
export const NO_ANSWER = 'web.no-answer'

/** Calls one operation as its REST door wants it: reads as GET with a query, everything else as POST with JSON. */
export async function callOperation(
  call: Call,
  signal: AbortSignal,
): Promise<{ data: unknown } | { error: Problem }> {
  try {
    const response = await send(call, signal)
    const body: unknown = await response.json()
    if (response.ok) return { data: body }
    return { error: isProblem(body) ? body : noAnswer(response.status) }
  } catch {
    // The network, a server that is just starting, a proxy's HTML page: to a person all of them are "no answer".
    return { error: noAnswer(0) }
  }
}

export function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value['code'] === 'string' && Array.isArray(value['errors'])
}

/** What the problem says about the field at that JSON Pointer, or about anything inside it. */
export function errorAt(problem: Problem | undefined, pointer: string): string | undefined {
  return problem?.errors.find((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`))
    ?.detail
}

function send({ operation, input, idempotencyKey }: Call, signal: AbortSignal): Promise<Response> {
  const path = `/api/v1/${operation.replace('.', '/')}`
  if (idempotencyKey === undefined) return fetch(path + queryOf(input), { signal })
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(input),
    signal,
  })
}

function queryOf(input: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value !== undefined && value !== null && value !== '') query.append(name, String(value))
  }
  return query.size === 0 ? '' : `?${query}`
}

function noAnswer(status: number): Problem {
  const [title, detail] = [i18n.t('problem.noAnswerTitle'), i18n.t('problem.noAnswer')]
  return {
    type: `urn:iza-os:problem:${NO_ANSWER}`,
    title,
    detail,
    status,
    code: NO_ANSWER,
    requestId: '',
    errors: [],
  }
}
