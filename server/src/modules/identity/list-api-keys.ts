import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countApiKeys, pageOfApiKeys } from './api-key-queries.ts'
import { listGrants } from './grant-queries.ts'
import { shown } from './grants-given.ts'
import { ApiKey } from './schema.ts'

const ORDER = ['newest']

export const listApiKeys = operation({
  name: 'identity.list-api-keys',
  summary:
    'Pages through the keys for software, newest first, with their rights and when they were last used.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'identity.manage-keys',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(ApiKey),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([pageOfApiKeys(tx, after, limit + 1), countApiKeys(tx)])
    const stored = await listGrants(
      tx,
      rows.map(({ id }) => id),
    )
    const grants = Map.groupBy(stored, ({ holder }) => holder)
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      grants: (grants.get(row.id) ?? []).map(shown),
      isDraftsOnly: row.is_drafts_only,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
      revokedAt: row.revoked_at,
    }))
    return pageFrom(items, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})
