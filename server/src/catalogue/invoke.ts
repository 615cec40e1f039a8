import { present } from '#kernel/assert.ts'
import type { Database } from '#server/database/database.ts'
import type { Vault } from '#server/secrets/vault.ts'
import { coverageSetting, type Access, type Authenticator } from './access.ts'
import type { Catalogue } from './catalogue.ts'
import { createGroupQueue } from './group-queue.ts'
import { hashJson } from './hash-json.ts'
import { holdCall } from './hold-call.ts'
import { holdOn } from './hold.ts'
import type { Operation } from './operation.ts'
import { permit } from './permit.ts'
import { noDryRun, rightsChanging } from './problems.ts'
import { readOne } from './read-one.ts'
import type { Request } from './request.ts'
import { demandedBy, SecondPersonNeeded } from './second-person.ts'
import { redactor } from './secret-fields.ts'
import { StaleAccess } from './standing.ts'
import type { WriteAnswer, WriteCall } from './write-call.ts'
import { tryOut, writeGroup } from './write-group.ts'

export type Invoke = (request: Request) => Promise<WriteAnswer>

/** Rights can change between two tries, and in a busy moment again and again (fuzz.test.ts met five in a row). */
const STALE_TRIES_MAX = 12

/** The one way through: every door ends here, and there is no other. Throws a Problem where the user must act. */
export function createInvoke(means: {
  catalogue: Catalogue
  database: Database
  authenticator: Authenticator
  vault: Vault
}): Invoke {
  const { catalogue, database, authenticator } = means
  const redactors = new Map(catalogue.operations.map(({ name, input }) => [name, redactor(input)]))
  const partsOf = new Map(catalogue.operations.map(({ name, carriesOut }) => [name, new Set(carriesOut)]))
  const queue = createGroupQueue<WriteCall, WriteAnswer>(
    (calls) => writeGroup(means, calls),
    ({ access, idempotency }) => idempotency && `${access?.actor.id} ${idempotency.key}`,
  )

  async function once(request: Request): Promise<WriteAnswer> {
    const operation = catalogue.get(request.operation)
    const standing = await permit(operation, request, means)
    const prepared = operation.prepare(request.input)
    const { credential, door, requestId, idempotencyKey: key, language = 'en' } = request
    if (operation.effect === 'read' && !operation.isSensitive) {
      const output = await readOne(database, { operation, prepared, credential, language, ...standing })
      return { output, isReplay: false, issued: undefined }
    }
    const redact = present(redactors.get(operation.name), `no redactor for ${operation.name}`)
    const isPart = partsOf.get(credential.run?.program ?? '')?.has(operation.name) ?? false
    const call = {
      operation,
      prepared,
      credential,
      language,
      door,
      requestId,
      ...standing,
      inputHash: hashJson([operation.name, prepared.value]),
      // A read is read again: what it answered before is not what there is now.
      idempotency: key && operation.effect !== 'read' ? { key } : undefined,
      approvalId: request.approvalId,
      isLetThrough: isPart,
      auditInput: redact(prepared.value),
    }
    if (!request.isDryRun) {
      const hold = isPart ? undefined : waits(operation, standing.access, request)
      if (hold) return holdCall(means, { call, hold, input: request.input })
      return queue.submit(groupName(call), call).catch((error: unknown) => {
        if (!(error instanceof SecondPersonNeeded)) throw error
        return holdCall(means, { call, hold: demandedBy(error), input: request.input })
      })
    }
    if (operation.effect === 'external' || operation.scope === 'public') throw noDryRun(operation.name)
    return tryOut(means, call)
  }

  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(request)
      } catch (error) {
        if (!(error instanceof StaleAccess)) throw error
        if (attempt >= STALE_TRIES_MAX) throw rightsChanging()
        authenticator.forget(request.credential)
      }
    }
  }
}

function waits(operation: Operation, access: Access | undefined, { approvalId }: Request) {
  return access && approvalId === undefined ? holdOn(operation, access) : undefined
}

let lone = 0

/** Calls that may share a transaction. Neither what handles one call at a time nor what was approved shares. */
function groupName({ operation, access, coverage, approvalId }: WriteCall): string {
  if (!operation.isGrouped || !access || approvalId) return `alone ${lone++}`
  return `${operation.name} ${access.studioId} ${coverageSetting(coverage)}`
}
