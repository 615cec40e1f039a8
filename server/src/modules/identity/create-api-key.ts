import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { shownOnce } from '#server/catalogue/secret-fields.ts'
import { askBeforeGiving } from './above-limit.ts'
import { insertApiKey } from './api-key-queries.ts'
import { insertGrants, listGrants } from './grant-queries.ts'
import { checkGrants, shown } from './grants-given.ts'
import { ApiKey, GrantsGiven } from './schema.ts'
import { newToken, tokenHash } from './tokens.ts'

const MANAGE = 'identity.manage-keys'
const DAY_MS = 24 * 60 * 60 * 1000

export const createApiKey = operation({
  name: 'identity.create-api-key',
  summary:
    'Makes a key for software, with rights of its own and an end. The key is told once; only its hash is kept.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: MANAGE,
  risk: 'none',
  input: z.strictObject({
    name: line(80).describe('What it is for, so that it can be found again when it must go.'),
    grants: GrantsGiven.describe('Its rights. Give the least that will do; no more than you hold.'),
    expiresInDays: z.int().min(1).max(365).default(90),
    isDraftsOnly: z
      .boolean()
      .default(false)
      .describe('True: it reads, and each of its writes waits until a person accepts it.'),
  }),
  output: z.strictObject({
    apiKey: ApiKey,
    token: shownOnce(z.string().max(80)).describe('Send it as "Authorization: Bearer …".'),
  }),
  examples: async () => [
    { name: 'Nightly export', grants: [{ role: 'analyst', covers: null }], expiresInDays: 30 },
    { name: 'Drafting agent', grants: [{ role: 'operator', covers: null }], isDraftsOnly: true },
  ],
  async handle({ name, grants: given, expiresInDays, isDraftsOnly }, context) {
    const { tx, access, coverage, actor, record } = context
    const { studioId, onBehalfOf } = present(access, 'somebody signed in')
    const grants = await checkGrants({ tx, access, coverage }, given)
    const token = newToken('key')
    const id = newId('api_key')
    const expiresAt = new Date(Date.now() + expiresInDays * DAY_MS).toISOString()
    const createdAt = await insertApiKey(tx, {
      id,
      studio_id: studioId,
      name,
      token_hash: tokenHash(token),
      created_by: (onBehalfOf ?? actor).id,
      expires_at: expiresAt,
      is_drafts_only: isDraftsOnly,
    })
    await insertGrants(tx, { studioId, holder: { api_key_id: id }, grants })
    record({
      type: 'identity.api-key-created',
      subjectId: id,
      after: { name, grants: given, expiresAt, isDraftsOnly },
    })
    const stored = (await listGrants(tx, [id])).map(shown)
    const permissions = stored.flatMap((grant) => grant.permissions)
    await askBeforeGiving(context, { permissions, by: MANAGE })
    const apiKey = {
      id,
      name,
      grants: stored,
      isDraftsOnly,
      createdAt,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    }
    return { apiKey, token }
  },
})
