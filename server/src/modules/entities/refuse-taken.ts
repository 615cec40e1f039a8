import type { Id } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Transaction } from '#server/database/database.ts'
import { entitiesAlike } from './entities-queries.ts'
import { entityNameTaken, identifierTaken } from './problems.ts'
import type { Identifying } from './schema.ts'

/** Throws where another entity has the name, or an identifier that only one can have; it is named. */
export async function refuseTaken(tx: Transaction, id: Id<'entity'>, wanted: Identifying): Promise<void> {
  const refusal = takenAmong(await entitiesAlike(tx, id, wanted), wanted)
  if (refusal) throw refusal
}

/** Of entities that have something alike, the first refusal. */
export function takenAmong(
  others: readonly Pick<Identifying, 'name' | 'ein' | 'lei'>[],
  wanted: Identifying,
): Problem | undefined {
  for (const other of others) {
    if (same(other.name, wanted.name)) return entityNameTaken(wanted.name)
    if (other.ein !== null && other.ein === wanted.ein) return identifierTaken('EIN', other.ein, other.name)
    if (other.lei !== null && other.lei === wanted.lei) return identifierTaken('LEI', other.lei, other.name)
    return identifierTaken('registration number', wanted.registrationNumber ?? '', other.name)
  }
  return undefined
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
