import type { Access, AccessGrant, ActingRun, Authenticator, Credential } from '#server/catalogue/access.ts'
import type { Database, Transaction } from '#server/database/database.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import { readApprovalRules } from '#server/catalogue/approval-rows.ts'
import { findApiKey, findOpenApiKey, findPersonBehind, setKeyUsed } from './api-key-queries.ts'
import { accessGrantOf } from './grants-given.ts'
import { listGrants } from './grant-queries.ts'
import { findMembership, listGranters } from './people-queries.ts'
import { OWN_AFFAIRS, ROLE_PERMISSIONS } from './roles.ts'
import { findOpenSession } from './session-queries.ts'
import { findFirstStudio, getStudio } from './studio-queries.ts'
import { ACCESS_LIFETIME_MS, tokenHash, type SessionTokens } from './tokens.ts'

const REMEMBERED_MAX = 10_000
const OWNERS_GRANTS: AccessGrant[] = [
  { role: 'owner', roleId: 'owner', permissions: ROLE_PERMISSIONS.owner, covers: undefined },
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
    const [studio, member, rules] = await Promise.all([
      getStudio(tx, studioId),
      findMembership(tx, personId, studioId),
      readApprovalRules(tx),
    ])
    if (!member || member.ended_at !== null) return undefined
    const rows = await listGrants(tx, [member.id])
    const isAnalyst = rows.every(({ role }) => role === 'analyst')
    const mayOmit = studio.may_analysts_omit_second_factor && isAnalyst
    const isComplete = session.second_factor_at !== null || mayOmit || studio.is_demo
    return {
      studioId,
      personId,
      sessionId,
      actor: { kind: 'person', id: personId, name: member.display_name },
      grants: isComplete
        ? rows.map(accessGrantOf)
        : [{ role: 'own affairs', roleId: '', permissions: OWN_AFFAIRS, covers: undefined }],
      policy: { isDraftsOnly: false, rules },
      personBehind: personId,
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
    const [studio, rows, rules, personBehind] = await Promise.all([
      getStudio(tx, studioId),
      listGrants(tx, [key.id]),
      readApprovalRules(tx),
      findPersonBehind(tx, key.id),
      setKeyUsed(tx, key.id),
    ])
    return {
      studioId,
      personId: undefined,
      actor: { kind: 'api-key', id: key.id, name: key.name },
      grants: rows.map(accessGrantOf),
      policy: { isDraftsOnly: key.is_drafts_only, rules },
      personBehind,
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
    if (!studioId) return undefined
    await tx.enter({ studioId })
    const [studio, rules] = await Promise.all([getStudio(tx, studioId), readApprovalRules(tx)])
    return {
      studioId,
      personId: undefined,
      actor: { kind: 'machine', id: 'machine', name: 'This machine' },
      grants: OWNERS_GRANTS,
      policy: { isDraftsOnly: false, rules },
      personBehind: undefined,
      epoch: studio.access_epoch,
      expiresAtMs: Number.POSITIVE_INFINITY,
    }
  })
}

/**
 * A run acts with the rights that its requester holds now; one whose requester left, or whose key ended, acts no more.
 * It is nobody's person, so one's own affairs (a password, a session) are closed to it.
 */
async function runAccess(database: Database, run: ActingRun): Promise<Access | undefined> {
  const { studioId, requester } = run
  return database.read({ studioId, coverage: '*' }, async (tx) => {
    const [studio, standing, rules] = await Promise.all([
      getStudio(tx, studioId),
      standingOf(tx, studioId, requester),
      readApprovalRules(tx),
    ])
    return (
      standing && {
        studioId,
        personId: undefined,
        actor: { kind: 'run', id: run.id, name: requester.name },
        onBehalfOf: requester,
        grants: standing.grants,
        policy: { isDraftsOnly: standing.isDraftsOnly, rules },
        personBehind: standing.personBehind,
        epoch: studio.access_epoch,
        expiresAtMs: Date.now() + ACCESS_LIFETIME_MS,
      }
    )
  })
}

interface RequesterStanding {
  grants: AccessGrant[]
  isDraftsOnly: boolean
  personBehind: Id<'person'> | undefined
}

async function standingOf(
  tx: Transaction,
  studioId: Id<'studio'>,
  { kind, id }: ActingRun['requester'],
): Promise<RequesterStanding | undefined> {
  if (kind === 'machine') return { grants: OWNERS_GRANTS, isDraftsOnly: false, personBehind: undefined }
  if (kind === 'person') {
    const personBehind = idFrom('person', id)
    const member = await findMembership(tx, personBehind, studioId)
    if (!member || member.ended_at !== null) return undefined
    return {
      grants: (await listGrants(tx, [member.id])).map(accessGrantOf),
      isDraftsOnly: false,
      personBehind,
    }
  }
  if (kind !== 'api-key') return undefined
  const key = await findApiKey(tx, idFrom('api_key', id))
  if (!key || key.revoked_at !== null || Date.parse(key.expires_at) <= Date.now()) return undefined
  const [rows, personBehind] = await Promise.all([listGrants(tx, [key.id]), findPersonBehind(tx, key.id)])
  return { grants: rows.map(accessGrantOf), isDraftsOnly: key.is_drafts_only, personBehind }
}
