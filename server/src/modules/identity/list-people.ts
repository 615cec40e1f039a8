import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { listGrants } from './grant-queries.ts'
import { shown } from './grants-given.ts'
import { countMembers, pageOfMembers } from './people-queries.ts'
import { Member } from './schema.ts'

const ORDER = ['displayName', 'personId']

export const listPeople = operation({
  name: 'identity.list-people',
  summary: 'Pages through the people of the studio with their rights, by name.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'identity.read-people',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(Member),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx, access }) {
    const { studioId } = present(access, 'somebody signed in')
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfMembers(tx, studioId, after, limit + 1),
      countMembers(tx, studioId),
    ])
    const grants = Map.groupBy(
      await listGrants(
        tx,
        rows.map(({ membershipId }) => membershipId),
      ),
      ({ holder }) => holder,
    )
    const items = rows.map(({ id, display_name, email, created_at, membershipId }) => ({
      personId: id,
      displayName: display_name,
      email,
      grants: (grants.get(membershipId) ?? []).map(shown),
      joinedAt: created_at,
    }))
    return pageFrom(items, {
      limit,
      order: ORDER,
      total,
      keyOf: (member) => [member.displayName, member.personId],
    })
  },
})
