import { createHash } from 'node:crypto'
import { present } from '#kernel/assert.ts'
import type { Database } from '#server/database/database.ts'
import type { Vault } from '#server/secrets/vault.ts'
import { coverageSetting, type Authenticator } from './access.ts'
import type { Catalogue } from './catalogue.ts'
import { createGroupQueue } from './group-queue.ts'
import { permit } from './permit.ts'
import { noDryRun, rightsChanging } from './problems.ts'
import { readOne } from './read-one.ts'
import type { Request } from './request.ts'
import { redactor } from './secret-fields.ts'
import { StaleAccess } from './standing.ts'
import { tryOut, writeGroup, type WriteAnswer, type WriteCall } from './write-group.ts'

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
  const queue = createGroupQueue<WriteCall, WriteAnswer>(
    (calls) => writeGroup(means, calls),
    ({ access, idempotency }) => idempotency && `${access?.actor.id} ${idempotency.key}`,
  )

  async function once(request: Request): Promise<WriteAnswer> {
    const operation = catalogue.get(request.operation)
    const standing = await permit(operation, request, means)
    const prepared = operation.prepare(request.input)
    const { credential, door, requestId, idempotencyKey: key } = request
    if (operation.effect === 'read' && !operation.isSensitive) {
      const output = await readOne(database, { operation, prepared, credential, ...standing })
      return { output, isReplay: false, issued: undefined }
    }
    const redact = present(redactors.get(operation.name), `no redactor for ${operation.name}`)
    // A read is read again: what it answered before is not what there is now.
    const isKept = key !== undefined && operation.effect !== 'read'
    const idempotency = isKept ? { key, inputHash: hashOf([operation.name, prepared.value]) } : undefined
    const auditInput = redact(prepared.value)
    const call = { operation, prepared, credential, door, requestId, idempotency, auditInput, ...standing }
    if (!request.isDryRun) return queue.submit(groupName(call), call)
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

let lone = 0

/** Calls that may share a transaction. An operation that handles one call at a time never shares. */
function groupName({ operation, access, coverage }: WriteCall): string {
  if (!operation.isGrouped || !access) return `alone ${lone++}`
  return `${operation.name} ${access.studioId} ${coverageSetting(coverage)}`
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
