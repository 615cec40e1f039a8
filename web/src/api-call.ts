import { isRecord } from '#kernel/records.ts'
import type { OperationName, Problem } from '#contract/operations.d.ts'
import { ownWriteFailed, ownWriteSent } from './live/own-writes.ts'
import { saveFile } from './design/save-file.ts'
import { i18n } from './strings/i18n.ts'

export interface Call {
  operation: OperationName
  input: object
  /** Given for writes, one per action of the person: sent again with the same key, nothing is done twice. */
  idempotencyKey?: string | undefined
  /** Does everything and takes it back: what would happen. */
  isDryRun?: boolean
}

type Answer<T> = { data: T } | { error: Problem }

/** The request got no answer that we understand: the one problem that this side makes up. */
export const NO_ANSWER = 'web.no-answer'
/** What a read names by an id that is none: to a person it is a thing that does not exist. */
const NO_SUCH_THING = 'web.no-such-thing'
export const INVALID_INPUT = 'catalogue.invalid-input'

/** Taken for later: it waits for a person, and nothing was changed yet. */
const HELD = 202
export const NOT_FOUND = 404

/** The access token is over, which happens every ten minutes: the session itself may go on. */
const ACCESS_ENDED = 'catalogue.credential-ended'
/** Another window of this browser was quicker; its new tokens are in our cookies as well. */
const RENEWED_ELSEWHERE = 'identity.renewed-elsewhere'

/**
 * Calls one operation as its REST door wants it: reads as GET with a query, everything else as POST with JSON.
 * Where the access token has ended, the session is renewed and the call sent once more, with the same key.
 */
export async function callOperation(call: Call, signal: AbortSignal): Promise<Answer<unknown>> {
  return renewing(async () => namingNothing(call, await answerTo(await send(call, signal))))
}

/** The answer that does not end: what happens in the studio, from that revision on. */
export async function openLiveStream(
  after: string | undefined,
  signal: AbortSignal,
): Promise<Answer<ReadableStream<Uint8Array>>> {
  return renewing(async (): Promise<Answer<ReadableStream<Uint8Array>>> => {
    const response = await fetch(`/api/v1/live${queryOf({ after })}`, { headers: spoken(), signal })
    const { body, ok } = response
    if (ok && body) return { data: body }
    return { error: problemOf(response, await response.json()) }
  })
}

/** Sends the bytes of a file ahead; answers what `attachments.attach-file` takes. */
export async function uploadFile(file: Blob): Promise<Answer<string>> {
  return renewing(async (): Promise<Answer<string>> => {
    const headers = { 'content-type': 'application/octet-stream', ...spoken() }
    const response = await fetch('/api/v1/uploads', { method: 'POST', headers, body: file })
    const body: unknown = await response.json()
    const isTaken = response.ok && isRecord(body) && typeof body['upload'] === 'string'
    return isTaken ? { data: String(body['upload']) } : { error: problemOf(response, body) }
  })
}

/** Hands the bytes of a file to the browser, to be kept under that name. */
export async function downloadFile(attachmentId: string, name: string): Promise<Answer<true>> {
  return renewing(async (): Promise<Answer<true>> => {
    const response = await fetch(`/api/v1/files/${attachmentId}`, { headers: spoken() })
    if (!response.ok) return { error: problemOf(response, await response.json()) }
    saveFile(name, await response.blob())
    return { data: true }
  })
}

async function renewing<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    const renewalsBefore = renewals.count
    const answer = await ask()
    if (!('error' in answer) || answer.error.code !== ACCESS_ENDED) return answer
    const refusal = await renewSince(renewalsBefore)
    if (refusal) return { error: refusal.status === 401 ? answer.error : refusal }
    return await ask()
  } catch {
    // The network, a server that is just starting, a proxy's HTML page: to a person all of them are "no answer".
    return { error: noAnswer(0) }
  }
}

export function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value['code'] === 'string' && Array.isArray(value['errors'])
}

/** The approval that it waits for, where it is no refusal. */
export function heldAs({ status, approvalId }: Problem): string | undefined {
  return status === HELD ? approvalId : undefined
}

/** What the problem says about the field at that JSON Pointer, or about anything inside it. */
export function errorAt(problem: Problem | undefined, pointer: string): string | undefined {
  return problem?.errors.find((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`))
    ?.detail
}

async function answerTo(response: Response): Promise<Answer<unknown>> {
  const body: unknown = await response.json()
  return response.ok && response.status !== HELD ? { data: body } : { error: problemOf(response, body) }
}

function problemOf({ status }: Response, body: unknown): Problem {
  return isProblem(body) ? body : noAnswer(status)
}

const renewals: { count: number; running: Promise<Problem | undefined> | undefined } = {
  count: 0,
  running: undefined,
}

/**
 * One renewal for however many requests met the end of the token together: a second one with the same refresh token
 * would look like a thief's. What was sent before a renewal and answered after it needs none of its own.
 */
async function renewSince(countBefore: number): Promise<Problem | undefined> {
  if (renewals.count > countBefore) return undefined
  renewals.running ??= renew().finally(() => {
    renewals.running = undefined
  })
  return renewals.running
}

/** Why it was refused, or undefined. No signal: others may wait for it when the one that began it is gone. */
async function renew(): Promise<Problem | undefined> {
  const answer = await answerTo(
    await fetch('/api/v1/identity/renew-session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...spoken() },
      body: '{}',
    }),
  )
  if ('error' in answer && answer.error.code !== RENEWED_ELSEWHERE) return answer.error
  renewals.count += 1
  return undefined
}

async function send(call: Call, signal: AbortSignal): Promise<Response> {
  const { operation, input, idempotencyKey, isDryRun = false } = call
  if (idempotencyKey === undefined) return fetch(pathOf(operation, input), { headers: spoken(), signal })
  const requestId = crypto.randomUUID()
  if (!isDryRun) ownWriteSent(requestId, operation)
  const response = await fetch(pathOf(operation, {}), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...spoken(),
      'idempotency-key': idempotencyKey,
      'x-request-id': requestId,
      ...(isDryRun && { 'iza-dry-run': 'true' }),
    },
    body: JSON.stringify(input),
    signal,
  }).catch((error: unknown) => {
    ownWriteFailed(requestId)
    throw error
  })
  if (!response.ok) ownWriteFailed(requestId)
  return response
}

/** Where REST answers a read of this input. */
export function pathOf(operation: string, input: object): string {
  return `/api/v1/${operation.replace('.', '/')}${queryOf(input)}`
}

/** In which language the server's own sentences are to come: that of the screen, whatever the browser asks for. */
function spoken() {
  return { 'accept-language': i18n.language }
}

function queryOf(input: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null || one === '') continue
      // A list of objects, such as the periods of a statement, is written as the JSON of each.
      query.append(name, isRecord(one) ? JSON.stringify(one) : String(one))
    }
  }
  return query.size === 0 ? '' : `?${query}`
}

function noAnswer(status: number): Problem {
  const [title, detail] = [i18n.t('problem.noAnswerTitle'), i18n.t('problem.noAnswer')]
  return ownProblem({ title, detail, status, code: NO_ANSWER })
}

/**
 * A screen reads by the ids of rows, and by those of its address: where a read is refused for an id that is malformed, the
 * address was cut short or made up, and what it names does not exist.
 */
function namingNothing<T>({ input, idempotencyKey }: Call, answer: Answer<T>): Answer<T> {
  if (idempotencyKey !== undefined || !('error' in answer) || answer.error.code !== INVALID_INPUT)
    return answer
  const id = answer.error.errors
    .map(({ pointer }) => malformedId(input, pointer))
    .find((one) => one !== undefined)
  if (id === undefined) return answer
  const [title, detail] = [i18n.t('problem.noSuchThingTitle'), i18n.t('problem.noSuchThing', { id })]
  const { requestId } = answer.error
  return { error: { ...ownProblem({ title, detail, status: NOT_FOUND, code: NO_SUCH_THING }), requestId } }
}

/** What stands in the field of an id at that JSON Pointer, such as `/bookId` or `/ids/0`. */
function malformedId(input: object, pointer: string): string | undefined {
  const [name = '', place] = pointer.split('/').slice(1)
  if (name !== 'ids' && !name.endsWith('Id') && !name.endsWith('Ids')) return undefined
  const field: unknown = Reflect.get(input, name)
  const value: unknown = Array.isArray(field) ? field[Number(place ?? 0)] : field
  return typeof value === 'string' ? value : undefined
}

function ownProblem(told: Pick<Problem, 'title' | 'detail' | 'status' | 'code'>): Problem {
  return { type: `urn:iza-os:problem:${told.code}`, ...told, requestId: '', errors: [] }
}
