import type { Database } from '#server/database/database.ts'
import type { Access, Authenticator, Credential } from './access.ts'
import type { Operation } from './operation.ts'
import { accessOf, mayAct } from './permit.ts'
import { readEpoch, standingFor } from './standing.ts'

/** How far a credential reaches: for doors that show a caller only what the caller may do. `invoke()` still decides. */
export interface Reach {
  access: Access
  permits(operation: Operation): boolean
}

/** Throws `catalogue.sign-in-needed` or `catalogue.credential-ended`. */
export type ReachOf = (credential: Credential) => Promise<Reach>

export function createReachOf(means: { database: Database; authenticator: Authenticator }): ReachOf {
  const { database, authenticator } = means

  /** What is remembered of a token may be older than a revocation, so the epoch is looked up each time. */
  async function isCurrent({ studioId, epoch }: Access): Promise<boolean> {
    return (await database.read({ studioId }, (tx) => readEpoch(tx, studioId))) === epoch
  }

  return async (credential) => {
    let access = await accessOf('This door', credential, authenticator)
    if (!(await isCurrent(access))) {
      authenticator.forget(credential)
      access = await accessOf('This door', credential, authenticator)
    }
    return {
      access,
      permits: (operation) =>
        operation.scope !== 'public' &&
        mayAct(operation, access) &&
        standingFor(access, operation) !== undefined,
    }
  }
}
