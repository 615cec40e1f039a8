import { assert, present } from '#kernel/assert.ts'
import { idFrom, newId, type Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { tryAgain } from '#server/database/try-again.ts'
import { writeRecord } from '#server/record/write-record.ts'
import type { Access } from './access.ts'
import { insertApproval } from './approval-rows.ts'
import { sealAsked } from './approval-seal.ts'
import { approvalEvent, auditLine } from './call-record.ts'
import { touchedIds, type Hold } from './hold.ts'
import type { Change, HeldWords, Operation } from './operation.ts'
import { heldForApproval, noDryRun } from './problems.ts'
import { StaleAccess, readEpoch } from './standing.ts'
import type { WriteAnswer, WriteCall } from './write-call.ts'
import { tryOut, type WriteMeans } from './write-group.ts'

/** The same key at once clashes with what is there by the next try. */
const PREVIEW_CHANGES_MAX = 50

interface Held {
  call: WriteCall
  hold: Hold
  /** As it was sent: what is carried out goes through the same parsing again. */
  input: unknown
}

/**
 * Keeps an invocation until a person accepts it, and throws `catalogue.held-for-approval`. It is tried out first: what
 * would be refused is refused at once, and what it would change is shown to whoever decides. Answers only where the same
 * idempotency key was answered before.
 */
export async function holdCall(means: WriteMeans, held: Held): Promise<WriteAnswer> {
  return tryAgain(async () => {
    const trial = await tried(means, held.call)
    if (trial.answer?.isReplay) return trial.answer
    throw heldForApproval(held.call.operation.name, await keep(means, held, trial))
  })
}

interface Trial {
  answer: WriteAnswer | undefined
  /** Undefined where it cannot be tried. */
  changes: Change[] | undefined
  told: HeldWords | undefined
}

async function tried(means: WriteMeans, call: WriteCall): Promise<Trial> {
  if (call.operation.effect === 'external')
    return { answer: await answerBefore(means, call), changes: undefined, told: undefined }
  const changes: Change[] = []
  const trial: { told: HeldWords | undefined } = { told: undefined }
  const operation = telling(call, { changes, tell: (told) => void (trial.told = told) })
  const watch = (change: Change) => void changes.push(change)
  const answer = await tryOut(means, { ...call, operation, isLetThrough: true, watch })
  return { answer, changes, ...trial }
}

/** The operation of the call, which tells of it as soon as it is done. */
function telling(
  { operation, prepared }: WriteCall,
  { changes, tell }: { changes: readonly Change[]; tell: (told: HeldWords | undefined) => void },
): Operation {
  return {
    ...operation,
    async work(batch, contexts) {
      const outcomes = await operation.work(batch, contexts)
      const { tx, access } = present(contexts[0], 'a context per call')
      if (!(outcomes[0] instanceof Problem)) tell(await operation.tellHeld(prepared, { tx, access, changes }))
      return outcomes
    },
  }
}

/** The same checks for what reaches outside, without doing it. */
async function answerBefore(means: WriteMeans, call: WriteCall): Promise<WriteAnswer | undefined> {
  const untried = noDryRun(call.operation.name)
  const operation = { ...call.operation, work: async () => [untried] }
  return tryOut(means, { ...call, operation }).catch((error: unknown) => {
    if (error !== untried) throw error
    return undefined
  })
}

async function keep(
  { database, vault }: WriteMeans,
  { call, hold, input }: Held,
  { changes, told }: Trial,
): Promise<Id<'approval'>> {
  const { operation, inputHash, auditInput, door } = call
  const access = present(call.access, 'nobody holds back a visitor')
  const { studioId, actor, onBehalfOf } = access
  const requester = requesterOf(access)
  const approvalId = newId('approval')
  const sealedInput = await sealAsked(vault, {
    studioId,
    approvalId,
    asked: { operation: operation.name, input, requesterId: requester.id },
  })
  const line = auditLine(call, {
    studioId,
    actor,
    onBehalfOf,
    outcome: 'held',
    problemCode: null,
    approvalId,
  })
  await database.write({ studioId, coverage: '*' }, async (tx) => {
    if ((await readEpoch(tx, studioId)) !== access.epoch) throw new StaleAccess()
    await insertApproval(tx, {
      id: approvalId,
      studioId,
      operation: operation.name,
      sealedInput,
      inputHash,
      requester,
      door,
      shownInput: auditInput,
      touches: [...new Set([...touchedIds(operation, call.prepared), ...(told?.touches ?? [])])],
      says: told?.says,
      personId: access.personBehind,
      actorId: actor.id,
      because: hold.because,
      reason: hold.reason,
      roles: hold.roles,
      expiresAfterHours: hold.expiresAfterHours,
      preview: changes && {
        changes: changes.slice(0, PREVIEW_CHANGES_MAX).map(shown),
        total: changes.length,
      },
    })
    await writeRecord(tx, {
      lines: [line],
      events: [approvalEvent({ call, studioId, lineId: line.id, approvalId, to: 'requested' })],
      idempotency: [
        {
          studio_id: studioId,
          actor_id: actor.id,
          // Without a key of the caller's own, the approval's id is one: with it the answer can be asked for.
          key: call.idempotency?.key ?? approvalId,
          operation: operation.name,
          input_hash: inputHash,
          result: null,
          approval_id: idFrom('approval', approvalId),
        },
      ],
    })
  })
  return approvalId
}

function requesterOf({ actor, onBehalfOf }: Access) {
  const { kind, id, name } = onBehalfOf ?? actor
  assert(['person', 'api-key', 'machine'].includes(kind), `${kind} asks for no approval`)
  return { kind, id, name: name.slice(0, 200) }
}

function shown({ type, subjectId, before, after }: Change) {
  return { type, subjectId, before: before ?? null, after: after ?? null }
}
