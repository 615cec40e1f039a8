import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findApiKey, setKeyRevoked } from './api-key-queries.ts'
import { createApiKey } from './create-api-key.ts'
import { apiKeyNotFound } from './problems.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

export const revokeApiKey = operation({
  name: 'identity.revoke-api-key',
  summary: 'Ends a key for good. Its next request is refused, in every process.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'identity.manage-keys',
  risk: 'none',
  input: z.strictObject({ apiKeyId: id('api_key') }),
  output: z.strictObject({ apiKeyId: id('api_key') }),
  examples: async (factory) => {
    const [example] = await createApiKey.examples(factory)
    const { apiKey } = await factory.invoke(createApiKey, createApiKey.types.input.parse(example))
    return [{ apiKeyId: apiKey.id }]
  },
  async handle({ apiKeyId }, { tx, access, record }) {
    const { studioId } = present(access, 'somebody signed in')
    const key = await findApiKey(tx, apiKeyId)
    if (!key) throw apiKeyNotFound(apiKeyId)
    if (key.revoked_at !== null) return { apiKeyId }
    await setKeyRevoked(tx, apiKeyId)
    await raiseAccessEpoch(tx, studioId)
    record({ type: 'identity.api-key-revoked', subjectId: apiKeyId, before: { name: key.name } })
    return { apiKeyId }
  },
})
