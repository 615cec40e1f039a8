import { z } from 'zod'
import { givenInstant, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { exampleEndpoint } from './example-endpoint.ts'
import { openEndpoint } from './open-endpoint.ts'
import { RESENT_MAX, resendFailed } from './resend-failed.ts'

export function redeliverFailed(create: ReturnType<typeof createEndpoint>) {
  return operation({
    name: 'webhooks.redeliver-failed',
    summary: `Sends again what failed for good since an instant, the oldest ${RESENT_MAX.toLocaleString('en')} at most, in a run.`,
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'external',
    input: z.strictObject({
      endpointId: id('webhook_endpoint'),
      since: givenInstant().describe('Of deliveries made from then on.'),
    }),
    output: z.strictObject({ runId: id('run').describe('Follow it with runs.get-run.') }),
    examples: async (factory) => [
      { endpointId: (await exampleEndpoint(factory, create)).id, since: '2026-01-01T00:00:00Z' },
    ],
    async handle({ endpointId, since }, context) {
      await openEndpoint(context.tx, endpointId)
      // Only what had failed by now: what fails once more on the way is not taken up a second time.
      const input = { endpointId, since, until: new Date().toISOString() }
      return { runId: await enqueueRun(context, resendFailed, { input }) }
    },
  })
}
