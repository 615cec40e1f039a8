import { DatabaseError } from 'pg'
import { assert, present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import type { Database, Transaction } from '#server/database/database.ts'
import { answerId, findEarlierAnswers, type EarlierAnswer } from '#server/record/earlier-answers.ts'
import { writeRecord, type AuditLine, type RecordRows } from '#server/record/write-record.ts'
import type { Vault } from '#server/secrets/vault.ts'
import {
  coverageSetting,
  type Access,
  type Actor,
  type Coverage,
  type Credential,
  type IssuedTokens,
} from './access.ts'
import type { CallContext, Change, Operation, Prepared } from './operation.ts'
import { idempotencyConflict, notOpenToYou } from './problems.ts'
import { StaleAccess, closedIds, readEpoch } from './standing.ts'

/** One invocation on its way to be written; all of a group share operation, studio and coverage. */
export interface WriteCall {
  operation: Operation
  prepared: Prepared
  access: Access | undefined
  coverage: Coverage
  credential: Credential
  door: string
  requestId: string
  idempotency: { key: string; inputHash: string } | undefined
  /** The input without its secrets, for the audit. */
  auditInput: Record<string, unknown>
}

export interface WriteAnswer {
  output: Record<string, unknown>
  isReplay: boolean
  /** Tokens for the door to hand out (or, with undefined inside, to take back). */
  issued: { tokens: IssuedTokens | undefined } | undefined
}

/** What a write stands on. */
interface Means {
  database: Database
  vault: Vault
}

type Settled = PromiseSettledResult<WriteAnswer>

const TRIES_MAX = 4
/** Unique violation of the idempotency key: the same request came twice at once. The next try finds the answer. */
const UNIQUE_VIOLATION = '23505'
const WORTH_ANOTHER_TRY = new Set(['40001', '40P01'])

/** One transaction for the group. What sinks it as a whole (a constraint, a deadlock) is then tried one by one. */
export async function writeGroup(means: Means, calls: WriteCall[]): Promise<Settled[]> {
  try {
    return await inOneTransaction(means, calls, 'write')
  } catch (error) {
    // Of one call there is nothing to part, and what was refused once is not asked twice.
    const isFinal = error instanceof StaleAccess || (calls.length === 1 && !isWorthAnotherTry(error))
    if (isFinal) return calls.map(() => ({ status: 'rejected', reason: error }))
  }
  return Promise.all(calls.map((call) => alone(means, call)))
}

/** The same way, rolled back at the end: what would happen, and nothing of it. */
export async function tryOut(means: Means, call: WriteCall): Promise<WriteAnswer> {
  const [settled] = await inOneTransaction(means, [call], 'read')
  assert(settled, 'an answer per call')
  if (settled.status === 'rejected') throw settled.reason
  return settled.value
}

async function alone(means: Means, call: WriteCall): Promise<Settled> {
  for (let attempt = 1; ; attempt++) {
    try {
      const [settled] = await inOneTransaction(means, [call], 'write')
      return present(settled, 'an answer per call')
    } catch (error) {
      if (attempt >= TRIES_MAX || !isWorthAnotherTry(error)) return { status: 'rejected', reason: error }
    }
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false
  const isSameKeyAtOnce = error.code === UNIQUE_VIOLATION && error.table === 'idempotency_record'
  return isSameKeyAtOnce || WORTH_ANOTHER_TRY.has(error.code ?? '')
}

async function inOneTransaction(
  { database, vault }: Means,
  calls: WriteCall[],
  end: 'write' | 'read',
): Promise<Settled[]> {
  const [first] = calls
  assert(first, 'a group holds at least one call')
  const { access, coverage } = first
  const entrance = {
    studioId: access?.studioId,
    personId: calls.length === 1 ? access?.personId : undefined,
    coverage: access ? coverageSetting(coverage) : undefined,
  }
  return database[end](entrance, async (tx) => {
    const [epoch, closed, earlier] = await Promise.all([
      access ? readEpoch(tx, access.studioId) : undefined,
      closedIds(tx, [...new Set(calls.flatMap(({ prepared }) => prepared.ids))], coverage),
      earlierAnswers(tx, calls),
    ])
    if (calls.some((call) => call.access?.epoch !== epoch)) throw new StaleAccess()

    const settled: (Settled | undefined)[] = await Promise.all(
      calls.map((call) => refusedOrReplayed(call, { closed, earlier, vault })),
    )
    const open = calls.flatMap((call, at) => (settled[at] ? [] : [{ call, at, book: bookFor(call) }]))
    if (open.length > 0) {
      const contexts = open.map(({ call, book }) => contextFor(tx, call, book))
      const outcomes = await first.operation.work(
        open.map(({ call }) => call.prepared),
        contexts,
      )
      const rows: RecordRows = { lines: [], events: [], idempotency: [] }
      for (const [place, { call, at, book }] of open.entries()) {
        const outcome = present(outcomes[place], `${call.operation.name} gave no outcome for a call`)
        if (!(outcome instanceof Problem)) await enter(rows, { call, book, output: outcome, vault })
        settled[at] = outcomeOf(outcome, book)
      }
      await writeRecord(tx, rows)
    }
    return settled.map((answer) => present(answer, 'an answer per call'))
  })
}

/** What one call records while it is handled. */
interface Book {
  actor: Actor
  studioId: Id<'studio'> | undefined
  changes: Change[]
  issued: { tokens: IssuedTokens | undefined } | undefined
}

export const NOBODY: Actor = { kind: 'nobody', id: 'nobody', name: 'Nobody' }

function bookFor({ access }: WriteCall): Book {
  return { actor: access?.actor ?? NOBODY, studioId: access?.studioId, changes: [], issued: undefined }
}

function contextFor(tx: Transaction, { access, coverage, credential }: WriteCall, book: Book): CallContext {
  return {
    tx,
    access,
    coverage,
    credential,
    actor: book.actor,
    record: (change) => void book.changes.push(change),
    async becomes({ studioId, personId, actor }) {
      Object.assign(book, { studioId, actor })
      await tx.enter({ studioId, personId, coverage: '*' })
    },
    issueTokens: (tokens) => void (book.issued = { tokens }),
  }
}

async function earlierAnswers(tx: Transaction, calls: WriteCall[]): Promise<Map<string, EarlierAnswer>> {
  const keys = calls.flatMap(({ access, idempotency }) =>
    access && idempotency ? [{ actorId: access.actor.id, key: idempotency.key }] : [],
  )
  return keys.length > 0 ? findEarlierAnswers(tx, keys) : new Map()
}

async function refusedOrReplayed(
  { operation, prepared, access, idempotency }: WriteCall,
  known: { closed: Set<string>; earlier: Map<string, EarlierAnswer>; vault: Vault },
): Promise<Settled | undefined> {
  const shut = prepared.ids.find((id) => known.closed.has(id))
  if (shut !== undefined) return { status: 'rejected', reason: notOpenToYou(shut) }
  const answer = access && idempotency && known.earlier.get(answerId(access.actor.id, idempotency.key))
  if (!answer) return undefined
  if (answer.operation !== operation.name || answer.inputHash !== idempotency.inputHash) {
    return { status: 'rejected', reason: idempotencyConflict(idempotency.key) }
  }
  const kept =
    typeof answer.result === 'string'
      ? await known.vault.open(answer.result, sealOf(access, idempotency))
      : undefined
  const output = operation.output.parse(kept === undefined ? answer.result : JSON.parse(kept))
  return { status: 'fulfilled', value: { output, isReplay: true, issued: undefined } }
}

/** An answer that is told once is kept sealed: a JSON string instead of an object. */
function sealOf({ studioId, actor }: Access, { key }: { key: string }): string {
  return `idempotency_record.result ${studioId} ${actor.id} ${key}`
}

function outcomeOf(outcome: Record<string, unknown> | Problem, { issued }: Book): Settled {
  return outcome instanceof Problem
    ? { status: 'rejected', reason: outcome }
    : { status: 'fulfilled', value: { output: outcome, isReplay: false, issued } }
}

/** Adds one done call to the rows to record. A visitor who founded and joined nothing leaves no line: there is no studio for it. */
async function enter(
  rows: RecordRows,
  {
    call,
    book,
    output,
    vault,
  }: { call: WriteCall; book: Book; output: Record<string, unknown>; vault: Vault },
): Promise<void> {
  const { actor, studioId, changes } = book
  if (!studioId) return
  const line = auditLine(call, {
    studioId,
    actor,
    onBehalfOf: call.access?.onBehalfOf,
    outcome: 'done',
    problemCode: null,
  })
  rows.lines.push({
    ...line,
    changes: changes.map(({ subjectId, before, after }) => ({ subjectId, before, after })),
  })
  for (const { type, subjectId, businessId, before, after } of changes) {
    rows.events.push({
      id: newId('event'),
      studio_id: studioId,
      audit_line_id: line.id,
      run_id: call.credential.run?.id ?? null,
      type,
      subject_id: subjectId,
      business_id: businessId ?? null,
      permission: call.operation.seenWith,
      data: { before, after },
    })
  }
  if (call.idempotency && call.access) {
    const { isToldOnce } = call.operation
    rows.idempotency.push({
      studio_id: studioId,
      actor_id: actor.id,
      key: call.idempotency.key,
      operation: call.operation.name,
      input_hash: call.idempotency.inputHash,
      result: isToldOnce
        ? await vault.seal(JSON.stringify(output), sealOf(call.access, call.idempotency))
        : output,
    })
  }
}

export function auditLine(
  {
    door,
    requestId,
    operation,
    auditInput,
  }: Pick<WriteCall, 'door' | 'requestId' | 'operation' | 'auditInput'>,
  given: {
    studioId: Id<'studio'>
    actor: Actor
    onBehalfOf: Actor | undefined
    outcome: AuditLine['outcome']
    problemCode: string | null
  },
) {
  return {
    id: newId('audit_line'),
    studio_id: given.studioId,
    actor_kind: given.actor.kind,
    actor_id: given.actor.id,
    on_behalf_of: given.onBehalfOf?.id ?? null,
    door,
    request_id: requestId,
    operation: operation.name,
    outcome: given.outcome,
    problem_code: given.problemCode,
    input: auditInput,
    changes: [],
  }
}
