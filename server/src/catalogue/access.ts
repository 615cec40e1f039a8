import type { Id } from '#kernel/ids.ts'
import { holds } from './permissions.ts'

/** Who acts. Every change has one; `nobody` is a visitor before sign-in. */
export interface Actor {
  kind: 'person' | 'api-key' | 'machine' | 'run' | 'system' | 'nobody'
  id: string
  name: string
}

/** What a credential opens, as the identity module found it. */
export interface Access {
  studioId: Id<'studio'>
  actor: Actor
  /** For a run: who asked for it, and with whose rights it acts. */
  onBehalfOf?: Actor
  personId: Id<'person'> | undefined
  grants: readonly AccessGrant[]
  policy: ApprovalPolicy
  /** Whose own hand this is: the person themselves, or who made the key. They cannot accept what it asks for. */
  personBehind: Id<'person'> | undefined
  /** The studio's access epoch when this was read: a later one in the database makes it stale. */
  epoch: bigint
  /** Unix milliseconds; Infinity for the key of this machine. */
  expiresAtMs: number
  /** The session behind a person's access token. */
  sessionId?: Id<'session'>
  /** Set while only the person's own affairs are open, because the studio asks for a second factor. */
  waitsFor?: 'second-factor'
}

export interface AccessGrant {
  /** For people: "operator", or the name of a role of the studio's own. */
  role: string
  /** "operator", or the id of a role of the studio's own. */
  roleId: string
  /** As in permissions.ts. */
  permissions: readonly string[]
  /** Undefined covers the whole studio; otherwise the id of an entity, a category or a business. */
  covers: string | undefined
}

/** Which writes wait for a person. Read with the rights, so that the access epoch keeps it honest. */
export interface ApprovalPolicy {
  /** True for a key each of whose writes waits. */
  isDraftsOnly: boolean
  rules: readonly ApprovalRule[]
}

/** Holds one operation, or every write of a risk. */
export interface ApprovalRule {
  operation: string | undefined
  risk: string | undefined
  /** Set where it holds only those who may do it by this role alone: "operator", or the id of a role. */
  roleId: string | undefined
  expiresAfterHours: number
}

/** What of the studio a permission covers: all of it, or what lies under the ids. */
export type Coverage = { isWhole: true } | { isWhole: false; ids: readonly string[] }

/** What the actor's grants cover for a permission, or undefined when none of them holds it. */
export function coverageOf(access: Pick<Access, 'grants'>, permission: string): Coverage | undefined {
  const grants = access.grants.filter(({ permissions }) => holds(permissions, permission))
  if (grants.length === 0) return undefined
  const ids = grants.flatMap((grant) => grant.covers ?? [])
  return ids.length < grants.length ? { isWhole: true } : { isWhole: false, ids: [...new Set(ids)].sort() }
}

/** Whether the actor holds the permission by this role alone. */
export function holdsByRoleAlone(
  access: Pick<Access, 'grants'>,
  permission: string,
  roleId: string,
): boolean {
  return access.grants
    .filter(({ permissions }) => holds(permissions, permission))
    .every((grant) => grant.roleId === roleId)
}

/** Whether a row that carries these ids (its own, its entity's, its category's) lies within the coverage. */
export function covers(coverage: Coverage, ids: readonly (string | null)[]): boolean {
  return coverage.isWhole || ids.some((id) => id !== null && coverage.ids.includes(id))
}

/** As row-level security is told it: see `covered_ids()` in the first migration. */
export function coverageSetting(coverage: Coverage): string {
  return coverage.isWhole ? '*' : `{${coverage.ids.join(',')}}`
}

/** What somebody showed at a door. */
export interface Credential {
  token: string | undefined
  /** Renews a session; a browser sends it to that one operation only. */
  refreshToken?: string | undefined
  /** True when the request came from this machine itself, and through no proxy. */
  isLocal: boolean
  /** Set by the run engine and by no door: the run acts with the rights that its requester has now. */
  run?: ActingRun
  /** Where from and with what, for the person's list of sessions. */
  address?: string | undefined
  userAgent?: string | undefined
  /** Where the page stands that asks, as the door made sure; undefined by IP address, where no passkey works. */
  site?: Site | undefined
}

/** What a passkey is bound to. */
export interface Site {
  /** A name, without port: the id of the relying party. */
  host: string
  /** Of the pages on it that are ours. */
  origins: readonly string[]
}

/** A run that invokes operations. */
export interface ActingRun {
  id: Id<'run'>
  studioId: Id<'studio'>
  program: string
  requester: Actor
}

/** What a browser gets as cookies when somebody signs in. */
export interface IssuedTokens {
  access: string
  refresh: string
}

/** The identity module's part in `invoke()`; main.ts hands it to the catalogue. */
export interface Authenticator {
  /** Undefined when the token is unknown, expired or revoked, or a run's requester holds nothing any more. */
  authenticate(credential: Credential): Promise<Access | undefined>
  /** Forgets what it remembers of a credential, so that the next look is at the database. */
  forget(credential: Credential): void
  /** Names of people in the studio who can grant rights, for refusals. At most five. */
  whoCanGrant(studioId: Id<'studio'>): Promise<string[]>
}
