import { assert, present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import type { Database, Transaction } from '#server/database/database.ts'
import { isWorthAnotherTry, tryAgain } from '#server/database/try-again.ts'
import { writeRecord, type RecordRows } from '#server/record/write-record.ts'
import type { Vault } from '#server/secrets/vault.ts'
import { coverageSetting } from './access.ts'
import { answerAgain, earlierAnswers, type WholeStudio } from './answer-again.ts'
import { lockAccepted, spend } from './approval-rows.ts'
import { canBeHeld } from './hold.ts'
import { enter, enterRefusal, type Book } from './call-record.ts'
import type { CallContext } from './operation.ts'
import { approvalMismatch, notOpenToYou } from './problems.ts'
import { SecondPersonNeeded } from './second-person.ts'
import { StaleAccess, closedIds, readEpoch } from './standing.ts'
import { NOBODY, type Settled, type WriteAnswer, type WriteCall } from './write-call.ts'

/** What a write stands on. */
export interface WriteMeans {
  database: Database
  vault: Vault
}

/** One transaction for the group. What sinks it as a whole (a constraint, a deadlock) is then tried one by one. */
export async function writeGroup(means: WriteMeans, calls: WriteCall[]): Promise<Settled[]> {
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
export async function tryOut(means: WriteMeans, call: WriteCall): Promise<WriteAnswer> {
  const [settled] = await inOneTransaction(means, [call], 'read')
  assert(settled, 'an answer per call')
  if (settled.status === 'rejected') throw settled.reason
  return settled.value
}

async function alone(means: WriteMeans, call: WriteCall): Promise<Settled> {
  try {
    const [settled] = await tryAgain(() => inOneTransaction(means, [call], 'write'))
    return present(settled, 'an answer per call')
  } catch (error) {
    return { status: 'rejected', reason: error }
  }
}

async function inOneTransaction(
  { database, vault }: WriteMeans,
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
    const wholeStudio: WholeStudio = async (work) => {
      const [, result] = await Promise.all([
        tx.enter({ ...entrance, coverage: '*' }),
        work(tx),
        tx.enter(entrance),
      ])
      return result
    }
    const [epoch, closed, earlier] = await Promise.all([
      access ? readEpoch(tx, access.studioId) : undefined,
      closedIds(tx, [...new Set(calls.flatMap(({ prepared }) => prepared.ids))], coverage),
      earlierAnswers(tx, calls),
    ])
    if (calls.some((call) => call.access?.epoch !== epoch)) throw new StaleAccess()

    const settled: (Settled | undefined)[] = await Promise.all(
      calls.map(async (call) => shut(call, closed) ?? answerAgain(call, { earlier, vault, wholeStudio })),
    )
    const open = calls.flatMap((call, at) => (settled[at] ? [] : [{ call, at, book: bookFor(call) }]))
    if (open.length > 0) {
      const asked = first.approvalId ? await claim(first, wholeStudio) : undefined
      const contexts = open.map(({ call, book }) => contextFor(tx, call, { book, isTrial: end === 'read' }))
      const outcomes = await first.operation.work(
        open.map(({ call }) => call.prepared),
        contexts,
      )
      const rows: RecordRows = { lines: [], events: [], idempotency: [] }
      for (const [place, { call, at, book }] of open.entries()) {
        const outcome = present(outcomes[place], `${call.operation.name} gave no outcome for a call`)
        if (!(outcome instanceof Problem)) {
          const { approvalId } = call
          if (approvalId) await wholeStudio(() => spend(tx, approvalId))
          await enter(rows, { call, book, output: outcome, vault, asked })
        } else enterRefusal(rows, { call, book, problemCode: outcome.code })
        settled[at] = outcomeOf(outcome, book)
      }
      tx.meanwhile(() => writeRecord(tx, rows))
    }
    return settled.map((answer) => present(answer, 'an answer per call'))
  })
}

function shut({ prepared }: WriteCall, closed: Set<string>): Settled | undefined {
  const id = prepared.ids.find((one) => closed.has(one))
  return id === undefined ? undefined : { status: 'rejected', reason: notOpenToYou(id) }
}

/** Locks the approval that lets a call through. Throws `catalogue.approval-mismatch`. */
async function claim(call: WriteCall, wholeStudio: WholeStudio) {
  const { operation, inputHash, credential } = call
  const approvalId = present(call.approvalId, 'an approval')
  const { run } = credential
  if (!run) throw approvalMismatch(approvalId)
  const question = {
    approvalId,
    operation: operation.name,
    inputHash,
    runId: run.id,
    requesterId: run.requester.id,
  }
  const asked = await wholeStudio((tx) => lockAccepted(tx, question))
  if (!asked) throw approvalMismatch(approvalId)
  return asked
}

function bookFor({ access }: WriteCall): Book {
  return { actor: access?.actor ?? NOBODY, studioId: access?.studioId, changes: [], issued: undefined }
}

function contextFor(
  tx: Transaction,
  { operation, access, coverage, credential, language, approvalId, watch, ...call }: WriteCall,
  { book, isTrial }: { book: Book; isTrial: boolean },
): CallContext {
  const isLetThrough = approvalId !== undefined || call.isLetThrough === true
  return {
    tx,
    access,
    coverage,
    credential,
    language,
    actor: book.actor,
    record: (change) => {
      book.changes.push(change)
      watch?.(change)
    },
    needsSecondPerson(reason) {
      assert(canBeHeld(operation), `${operation.name} cannot wait for a second person`)
      return isTrial || isLetThrough ? undefined : new SecondPersonNeeded(reason)
    },
    isLetThrough,
    async becomes({ studioId, personId, actor }) {
      Object.assign(book, { studioId, actor })
      await tx.enter({ studioId, personId, coverage: '*' })
    },
    issueTokens: (tokens) => void (book.issued = { tokens }),
  }
}

function outcomeOf(outcome: Record<string, unknown> | Problem, { issued }: Book): Settled {
  return outcome instanceof Problem
    ? { status: 'rejected', reason: outcome }
    : { status: 'fulfilled', value: { output: outcome, isReplay: false, issued } }
}
