import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countInvitations, pageOfInvitations } from './invitation-queries.ts'
import { GrantsGiven, Invitation } from './schema.ts'

const ORDER = ['id']

export const listInvitations = operation({
  name: 'identity.list-invitations',
  summary: 'Pages through the invitations that are still open.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'identity.read-people',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(Invitation),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([pageOfInvitations(tx, after, limit + 1), countInvitations(tx)])
    const items = rows.map(({ id, email, display_name, grants, created_at, expires_at }) => ({
      id,
      email,
      displayName: display_name,
      grants: GrantsGiven.parse(grants),
      createdAt: created_at,
      expiresAt: expires_at,
    }))
    return pageFrom(items, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})
