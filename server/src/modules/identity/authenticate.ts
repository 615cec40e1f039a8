import type { Access, AccessGrant, ActingRun, Authenticator, Credential } from '#server/catalogue/access.ts'
import type { Database, Transaction } from '#server/database/database.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import { findApiKey, findOpenApiKey, setKeyUsed } from './api-key-queries.ts'
import { listGrants, type GrantRow } from './grant-queries.ts'
import { findMembership, listGranters } from './people-queries.ts'
import { OWN_AFFAIRS, ROLE_PERMISSIONS } from './roles.ts'
import { findOpenSession } from './session-queries.ts'
import { findFirstStudio, getStudio } from './studio-queries.ts'
import { ACCESS_LIFETIME_MS, tokenHash, type SessionTokens } from './tokens.ts'

const REMEMBERED_MAX = 10_000
const OWNERS_GRANTS: AccessGrant[] = [
  { role: 'owner', permissions: ROLE_PERMISSIONS.owner, covers: undefined },
]

/**
 * Finds what a token opens. What was found is remembered per token; it is safe to remember, because `invoke()` compares
 * the access epoch in its own transaction and calls `forget` when rights have changed since.
 */
export function createAuthenticator(
  database: Database,
  { machineKeyHash, tokens }: { machineKeyHash: string; tokens: SessionTokens },
): Authenticator {
  const remembered = new Map<string, Access>()

  async function look(token: string, hash: string): Promise<Access | undefined> {
    if (hash === machineKeyHash) return machineAccess(database)
    if (token.startsWith('iza_key_')) return keyAccess(database, hash)
    const sessionId = await tokens.readAccessToken(token)
    return sessionId && sessionAccess(database, sessionId)
  }

  async function find(credential: Credential): Promise<Access | undefined> {
    if (credential.run) return runAccess(database, credential.run)
    return credential.token === undefined ? undefined : look(credential.token, tokenHash(credential.token))
  }

  return {
    async authenticate(credential) {
      const name = nameOf(credential)
      const known = remembered.get(name)
      if (known && known.expiresAtMs > Date.now()) return known
      const access = await find(credential)
      if (!access) return undefined
      for (const oldest of remembered.size >= REMEMBERED_MAX ? [...remembered.keys()].slice(0, 100) : []) {
        remembered.delete(oldest)
      }
      remembered.set(name, access)
      return access
    },
    forget: (credential) => void remembered.delete(nameOf(credential)),
    whoCanGrant: (studioId) => database.read({ studioId }, listGranters),
  }
}

/** Under what a credential is remembered: never a token itself. */
function nameOf({ run, token = '' }: Credential): string {
  return run ? `run ${run.id}` : tokenHash(token)
}

async function sessionAccess(database: Database, sessionId: Id<'session'>): Promise<Access | undefined> {
  return database.read({ presented: sessionId }, async (tx) => {
    const session = await findOpenSession(tx, sessionId)
    if (!session) return undefined
    const { studio_id: studioId, person_id: personId } = session
    await tx.enter({ studioId, personId })
    const [studio, member] = await Promise.all([
      getStudio(tx, studioId),
      findMembership(tx, personId, studioId),
    ])
    if (!member || member.ended_at !== null) return undefined
    const rows = await listGrants(tx, [member.id])
    const isAnalyst = rows.every(({ role }) => role === 'analyst')
    const mayOmit = studio.may_analysts_omit_second_factor && isAnalyst
    const isComplete = session.second_factor_at !== null || mayOmit
    return {
      studioId,
      personId,
      sessionId,
      actor: { kind: 'person', id: personId, name: member.display_name },
      grants: isComplete
        ? rows.map(grantOf)
        : [{ role: 'own affairs', permissions: OWN_AFFAIRS, covers: undefined }],
      epoch: studio.access_epoch,
      expiresAtMs: Math.min(Date.parse(session.expires_at), Date.now() + ACCESS_LIFETIME_MS),
      ...(!isComplete && { waitsFor: 'second-factor' as const }),
    }
  })
}

async function keyAccess(database: Database, hash: string): Promise<Access | undefined> {
  return database.write({ presented: hash }, async (tx) => {
    const key = await findOpenApiKey(tx, hash)
    if (!key) return undefined
    const { studio_id: studioId } = key
    await tx.enter({ studioId })
    const [studio, rows] = await Promise.all([
      getStudio(tx, studioId),
      listGrants(tx, [key.id]),
      setKeyUsed(tx, key.id),
    ])
    return {
      studioId,
      personId: undefined,
      actor: { kind: 'api-key', id: key.id, name: key.name },
      grants: rows.map(grantOf),
      epoch: studio.access_epoch,
      // Looked at anew after a while, so that "last used" tells within ten minutes whether a key is still in use.
      expiresAtMs: Math.min(Date.parse(key.expires_at), Date.now() + ACCESS_LIFETIME_MS),
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

/**
 * A run acts with the rights that its requester holds now; one whose requester left, or whose key ended, acts no more.
 * It is nobody's person, so one's own affairs (a password, a session) are closed to it.
 */
async function runAccess(database: Database, run: ActingRun): Promise<Access | undefined> {
  const { studioId, requester } = run
  return database.read({ studioId, coverage: '*' }, async (tx) => {
    const [studio, grants] = await Promise.all([getStudio(tx, studioId), grantsOf(tx, studioId, requester)])
    return (
      grants && {
        studioId,
        personId: undefined,
        actor: { kind: 'run', id: run.id, name: requester.name },
        onBehalfOf: requester,
        grants,
        epoch: studio.access_epoch,
        expiresAtMs: Date.now() + ACCESS_LIFETIME_MS,
      }
    )
  })
}

async function grantsOf(
  tx: Transaction,
  studioId: Id<'studio'>,
  { kind, id }: ActingRun['requester'],
): Promise<AccessGrant[] | undefined> {
  if (kind === 'machine') return OWNERS_GRANTS
  if (kind === 'person') {
    const member = await findMembership(tx, idFrom('person', id), studioId)
    return member && member.ended_at === null ? (await listGrants(tx, [member.id])).map(grantOf) : undefined
  }
  if (kind !== 'api-key') return undefined
  const key = await findApiKey(tx, idFrom('api_key', id))
  const isOpen = key && key.revoked_at === null && Date.parse(key.expires_at) > Date.now()
  return isOpen ? (await listGrants(tx, [key.id])).map(grantOf) : undefined
}

async function epochIn(tx: Transaction, studioId: Id<'studio'>): Promise<bigint> {
  await tx.enter({ studioId })
  return (await getStudio(tx, studioId)).access_epoch
}

function machineOwner(studioId: Id<'studio'>, epoch: bigint): Access {
  return {
    studioId,
    personId: undefined,
    actor: { kind: 'machine', id: 'machine', name: 'This machine' },
    grants: OWNERS_GRANTS,
    epoch,
    expiresAtMs: Number.POSITIVE_INFINITY,
  }
}

function grantOf({ role, role_name, permissions, covers }: GrantRow): AccessGrant {
  return {
    role: role ?? role_name ?? '',
    permissions: role ? ROLE_PERMISSIONS[role] : (permissions ?? []),
    covers: covers ?? undefined,
  }
}
