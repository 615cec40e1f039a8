import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { OwnerRef } from './ownership-schema.ts'

/** One of the two is set. */
export interface Owner {
  entityId: Id<'entity'> | null
  holderId: Id<'holder'> | null
}

export function ownerFrom({ entityId, holderId }: OwnerRef): Owner {
  return { entityId: entityId ?? null, holderId: holderId ?? null }
}

export function ownerIdOf({ entityId, holderId }: Owner): string {
  return present(entityId ?? holderId, 'an owner is an entity or a holder')
}
