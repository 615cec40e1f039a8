import type { AccessGrant } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import { accessGrantOf } from './grants-given.ts'
import { listGrants } from './grant-queries.ts'
import { membersNamed } from './people-queries.ts'

/** People of the studio and what they hold, by name, at most a thousand: for asking who may see something. */
export async function peopleWithGrants(
  tx: Transaction,
  wanted: { ids?: readonly string[] | undefined; named?: string | undefined },
): Promise<{ id: string; name: string; grants: AccessGrant[] }[]> {
  const members = await membersNamed(tx, wanted)
  const grants = Map.groupBy(
    await listGrants(
      tx,
      members.map(({ membershipId }) => membershipId),
    ),
    ({ holder }) => holder,
  )
  return members.map(({ id, name, membershipId }) => ({
    id,
    name,
    grants: (grants.get(membershipId) ?? []).map(accessGrantOf),
  }))
}
