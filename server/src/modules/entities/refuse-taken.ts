import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { entitiesAlike } from './entities-queries.ts'
import { entityNameTaken, identifierTaken } from './problems.ts'
import type { Identifying } from './schema.ts'

/** Throws where another entity has the name, or an identifier that only one can have; it is named. */
export async function refuseTaken(tx: Transaction, id: Id<'entity'>, wanted: Identifying): Promise<void> {
  for (const other of await entitiesAlike(tx, id, wanted)) {
    if (same(other.name, wanted.name)) throw entityNameTaken(wanted.name)
    if (other.ein !== null && other.ein === wanted.ein) throw identifierTaken('EIN', other.ein, other.name)
    if (other.lei !== null && other.lei === wanted.lei) throw identifierTaken('LEI', other.lei, other.name)
    throw identifierTaken('registration number', wanted.registrationNumber ?? '', other.name)
  }
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
