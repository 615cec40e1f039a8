import { newId, type Id } from '#kernel/ids.ts'
import type { Database } from './database/database.ts'
import {
  insertGrant,
  insertMembership,
  insertPerson,
  insertStudio,
} from './modules/identity/identity-queries.ts'
import type { Role } from './modules/identity/roles.ts'
import { startSession } from './modules/identity/start-session.ts'

/** Another studio in the same database. Product code cannot make one yet, so the rows are written by hand. */
export async function addStudio(database: Database): Promise<Id<'studio'>> {
  const studioId = newId('studio')
  await database.write({ studioId, coverage: '*' }, (tx) =>
    insertStudio(tx, { id: studioId, name: 'Another Studio' }),
  )
  return studioId
}

/** A person with these grants, signed in: returns the session's token. */
export async function addPerson(
  database: Database,
  { studioId, grants }: { studioId: Id<'studio'>; grants: { role: Role; covers: string | null }[] },
): Promise<{ token: string; personId: Id<'person'> }> {
  const personId = newId('person')
  const membershipId = newId('membership')
  const token = await database.write({ studioId, personId, coverage: '*' }, async (tx) => {
    const email = `${personId}@example.com`
    await insertPerson(tx, { id: personId, email, display_name: 'Test Person', password_hash: 'none' })
    await insertMembership(tx, { id: membershipId, studio_id: studioId, person_id: personId })
    for (const grant of grants) {
      await insertGrant(tx, {
        id: newId('grant'),
        studio_id: studioId,
        membership_id: membershipId,
        ...grant,
      })
    }
    return startSession(tx, { studioId, personId })
  })
  return { token, personId }
}
