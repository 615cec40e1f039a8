import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { Invoke } from './catalogue/invoke.ts'
import type { Database } from './database/database.ts'
import { insertGrants, insertRole } from './modules/identity/grant-queries.ts'
import { hashPassword } from './modules/identity/password.ts'
import { ensureMembership, insertPerson } from './modules/identity/people-queries.ts'
import type { Role } from './modules/identity/roles.ts'
import { startSession } from './modules/identity/start-session.ts'
import { insertStudio } from './modules/identity/studio-queries.ts'
import { TEST_MEANS } from './test-system.ts'

const PASSWORD = 'correct horse battery'
const PASSWORD_HASH = await hashPassword(PASSWORD)

/** Another studio in the same database. Product code cannot make one yet, so the rows are written by hand. */
export async function addStudio(database: Database): Promise<Id<'studio'>> {
  const studioId = newId('studio')
  await database.write({ studioId, coverage: '*' }, (tx) =>
    insertStudio(tx, { id: studioId, name: 'Another Studio' }),
  )
  return studioId
}

/** A grant of a standard role, or of a new role with just these permissions. */
export interface TestGrant {
  role: Role | { permissions: string[] }
  covers: string | null
}

/** A person with these grants, signed in; written by hand, for it is quicker than a hundred sign-ups. */
export async function addPerson(
  database: Database,
  given: { studioId: Id<'studio'>; grants: TestGrant[]; hasSecondFactor?: boolean },
): Promise<{ token: string; personId: Id<'person'> }> {
  const { studioId, hasSecondFactor = true } = given
  const personId = newId('person')
  const { access } = await database.write({ studioId, personId, coverage: '*' }, async (tx) => {
    const email = `${personId}@example.com`
    await insertPerson(tx, { id: personId, email, display_name: 'Test Person', password_hash: PASSWORD_HASH })
    const membership = { id: newId('membership'), studio_id: studioId, person_id: personId }
    const membershipId = await ensureMembership(tx, membership)
    for (const { role, covers } of given.grants) {
      const roleId = typeof role === 'string' ? null : newId('role')
      const permissions = typeof role === 'string' ? [] : role.permissions
      if (roleId)
        await insertRole(tx, { id: roleId, studio_id: studioId, name: `Role ${roleId}`, permissions })
      const grant = { role: typeof role === 'string' ? role : null, role_id: roleId, covers }
      await insertGrants(tx, { studioId, holder: { membership_id: membershipId }, grants: [grant] })
    }
    return startSession(tx, TEST_MEANS, {
      studioId,
      personId,
      credential: { token: undefined, isLocal: true },
      hasSecondFactor,
    })
  })
  return { token: access, personId }
}

export interface SignedUp {
  email: string
  password: string
  secondFactor: string
  token: string
  refreshToken: string
}

/** The whole way that a person goes: invited, joined, second factor set up. */
export async function signUp(invoke: Invoke, key: string, role: string): Promise<SignedUp> {
  const send = (operation: string, input: unknown, token: string | undefined) =>
    invoke({ operation, input, credential: { token, isLocal: true }, door: 'test', requestId: randomUUID() })
  const [email, password] = [`${newId('person')}@example.com`, PASSWORD]
  const invited = await send(
    'identity.invite-person',
    { email, displayName: 'Signed Up', grants: [{ role, covers: null }] },
    key,
  )
  const joined = await send(
    'identity.accept-invitation',
    { token: invited.output['token'], password },
    undefined,
  )
  const tokens = present(joined.issued?.tokens, 'tokens of who joined')
  const { output } = await send('identity.begin-second-factor', {}, tokens.access)
  const secondFactor = String(output['secret'])
  await send('identity.confirm-second-factor', { code: codeOf(secondFactor) }, tokens.access)
  return { email, password, secondFactor, token: tokens.access, refreshToken: tokens.refresh }
}

/** What the authenticator shows now. */
export function codeOf(secondFactor: string): string {
  return new TOTP({ secret: secondFactor }).generate()
}
