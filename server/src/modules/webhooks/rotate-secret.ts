import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id, instant } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { shownOnce } from '#server/catalogue/secret-fields.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { countSecrets, endSecrets, findEndpointForChange, insertSecret } from './endpoints-queries.ts'
import { exampleEndpoint } from './example-endpoint.ts'
import { endpointNotFound, tooManySecrets } from './problems.ts'
import { placeOfSecret } from './secret-place.ts'
import { newSecret } from './sign.ts'
import type { WebhooksMeans } from './webhooks-means.ts'

/** So that a receiver has a day to take up the new one: until then each message carries both signatures. */
const OVERLAP_HOURS = 24
const SECRETS_MAX = 4

export function rotateSecret({ vault }: WebhooksMeans, create: ReturnType<typeof createEndpoint>) {
  return operation({
    name: 'webhooks.rotate-secret',
    summary:
      'Makes a new secret for an endpoint, told once. The old one signs beside it for a day, or ends at once where it leaked.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'irreversible',
    input: z.strictObject({
      endpointId: id('webhook_endpoint'),
      oldSecretsEnd: z
        .enum(['in-a-day', 'at-once'])
        .default('in-a-day')
        .describe('At once: messages are signed by the new secret only, from the next try on.'),
    }),
    output: z.strictObject({
      endpointId: id('webhook_endpoint'),
      secret: shownOnce(z.string().max(100)).describe('What the receiver verifies signatures with.'),
      oldSecretEndsAt: instant().nullable().describe('Null where it has ended.'),
    }),
    examples: async (factory) => [
      { endpointId: (await exampleEndpoint(factory, create)).id },
      { endpointId: (await exampleEndpoint(factory, create)).id, oldSecretsEnd: 'at-once' as const },
    ],
    async handle({ endpointId, oldSecretsEnd }, { tx, access, record }) {
      const { studioId } = present(access, 'somebody signed in')
      const endpoint = await findEndpointForChange(tx, endpointId)
      if (!endpoint) throw endpointNotFound(endpointId)
      const isAtOnce = oldSecretsEnd === 'at-once'
      if (!isAtOnce && (await countSecrets(tx, endpointId)) >= SECRETS_MAX) throw tooManySecrets(SECRETS_MAX)
      const { endsAt } = await endSecrets(tx, endpointId, isAtOnce ? 0 : OVERLAP_HOURS)
      const secret = newSecret()
      await insertSecret(tx, {
        studioId,
        endpointId,
        sealed: await vault.seal(secret, placeOfSecret(endpointId)),
      })
      record({ type: 'webhooks.secret-rotated', subjectId: endpointId, after: { oldSecretEndsAt: endsAt } })
      return { endpointId, secret, oldSecretEndsAt: endsAt }
    },
  })
}
