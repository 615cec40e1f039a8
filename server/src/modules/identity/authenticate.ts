import type { Access, AccessGrant, Authenticator } from '#server/catalogue/access.ts'
import type { Database } from '#server/database/database.ts'
import type { Id } from '#kernel/ids.ts'
import { findFirstStudio, findSession, getStudio, listGranters, listGrants } from './identity-queries.ts'
import { roleHolds, type Role } from './roles.ts'
import { tokenHash } from './tokens.ts'

const REMEMBERED_MAX = 10_000

/**
 * Finds what a token opens. What was found is remembered per token; it is safe to remember, because `invoke()` compares
 * the access epoch in its own transaction and calls `forget` when rights have changed since.
 */
export function createAuthenticator(database: Database, machineKeyHash: string): Authenticator {
  const remembered = new Map<string, Access>()

  async function look(hash: string): Promise<Access | undefined> {
    return hash === machineKeyHash ? machineAccess(database) : sessionAccess(database, hash)
  }

  return {
    async authenticate(token) {
      const hash = tokenHash(token)
      const known = remembered.get(hash)
      if (known) return known
      const access = await look(hash)
      if (!access) return undefined
      for (const oldest of remembered.size >= REMEMBERED_MAX ? [...remembered.keys()].slice(0, 100) : []) {
        remembered.delete(oldest)
      }
      remembered.set(hash, access)
      return access
    },
    forget: (token) => void remembered.delete(tokenHash(token)),
    whoCanGrant: (studioId) => database.read({ studioId }, listGranters),
  }
}

async function sessionAccess(database: Database, hash: string): Promise<Access | undefined> {
  return database.read({ presented: hash }, async (tx) => {
    const session = await findSession(tx, hash)
    if (!session) return undefined
    const { studio_id: studioId, person_id: personId } = session
    await tx.enter({ studioId, personId })
    const [studio, grants] = await Promise.all([getStudio(tx, studioId), listGrants(tx, personId)])
    const [first] = grants
    if (!first) return undefined
    return {
      studioId,
      personId,
      actor: { kind: 'person', id: personId, name: first.display_name },
      grants: grants.map(({ role, covers }) => grantOf(role, covers)),
      epoch: studio.access_epoch,
      expiresAtMs: Date.parse(session.expires_at),
    }
  })
}

/** The key file of this machine acts for the first studio, as its owner would: who can read it owns the process. */
async function machineAccess(database: Database): Promise<Access | undefined> {
  return database.read({}, async (tx) => {
    const studioId = await findFirstStudio(tx)
    return studioId && machineOwner(studioId, await epochIn(tx, studioId))
  })
}

async function epochIn(tx: Parameters<typeof findFirstStudio>[0], studioId: Id<'studio'>): Promise<bigint> {
  await tx.enter({ studioId })
  return (await getStudio(tx, studioId)).access_epoch
}

function machineOwner(studioId: Id<'studio'>, epoch: bigint): Access {
  return {
    studioId,
    personId: undefined,
    actor: { kind: 'machine', id: 'machine', name: 'This machine' },
    grants: [grantOf('owner', null)],
    epoch,
    expiresAtMs: Number.POSITIVE_INFINITY,
  }
}

function grantOf(role: Role, covers: string | null): AccessGrant {
  return { role, covers: covers ?? undefined, holds: (permission) => roleHolds(role, permission) }
}
