import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { coverageOf, type Access, type Coverage } from './access.ts'

/** Thrown inside a transaction whose actor's rights have changed since they were read; invoke() starts again. */
export class StaleAccess extends Error {
  override name = 'StaleAccess'
}

const SELECT_EPOCH = 'select access_epoch from studio where id = $1'
const SELECT_CLOSED = `select given.id from unnest($1::text[]) as given (id)
  where not exists (select from business where business.id = given.id)
    and not exists (select from entity where entity.id = given.id)
    and not exists (select from category where category.id = given.id)`

/** Goes out with the first statements of a transaction: a revocation acts on the next request, in every process. */
export async function readEpoch(tx: Transaction, studioId: Id<'studio'>): Promise<bigint | undefined> {
  const [row] = await tx.prepared<{ access_epoch: bigint }>(SELECT_EPOCH, [studioId])
  return row?.access_epoch
}

/**
 * Of the ids that an invocation touches, those that its coverage does not open: unknown, of another studio, or
 * outside the grants. Businesses are looked up under row-level security; an entity or a category must itself be
 * granted, for one is visible also where only a business in it is.
 */
export async function closedIds(
  tx: Transaction,
  ids: readonly string[],
  coverage: Coverage,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.prepared<{ id: string }>(SELECT_CLOSED, [ids])
  const closed = new Set(rows.map(({ id }) => id))
  if (!coverage.isWhole) {
    for (const id of ids) if (!id.startsWith('biz_') && !coverage.ids.includes(id)) closed.add(id)
  }
  return closed
}

/** What the access covers for a permission, under the rule of the operation's scope; undefined when it is too little. */
export function standingFor(
  access: Pick<Access, 'grants'>,
  { permission, scope }: { permission: string; scope: string },
): Coverage | undefined {
  const coverage = coverageOf(access, permission)
  return scope === 'studio' && !coverage?.isWhole ? undefined : coverage
}
