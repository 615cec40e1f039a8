import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

export interface EarlierAnswer {
  operation: string
  inputHash: string
  result: unknown
  /** Set instead of a result while the invocation waits for this approval. */
  approvalId: Id<'approval'> | null
}

const SELECT_EARLIER = `select actor_id, key, operation, input_hash, result, approval_id from idempotency_record
  where (actor_id, key) in (select * from unnest($1::text[], $2::text[]))`

/** The answers already given for these keys, by `answerId`. A key belongs to the actor who sent it. */
export async function findEarlierAnswers(
  tx: Transaction,
  keys: { actorId: string; key: string }[],
): Promise<Map<string, EarlierAnswer>> {
  const rows = await tx.prepared<{
    actor_id: string
    key: string
    operation: string
    input_hash: string
    result: unknown
    approval_id: Id<'approval'> | null
  }>(SELECT_EARLIER, [keys.map(({ actorId }) => actorId), keys.map(({ key }) => key)])
  return new Map(
    rows.map(({ actor_id, key, operation, input_hash, result, approval_id }) => [
      answerId(actor_id, key),
      { operation, inputHash: input_hash, result, approvalId: approval_id },
    ]),
  )
}

export function answerId(actorId: string, key: string): string {
  return `${actorId}\n${key}`
}
