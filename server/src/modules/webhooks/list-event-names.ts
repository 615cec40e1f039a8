import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { EVENT_NAMES } from '#server/catalogue/event-names.ts'
import { operation } from '#server/catalogue/operation.ts'
import { lackingFor, moduleOf } from './event-choice.ts'
import { tellsValues } from './payload.ts'
import type { WebhooksMeans } from './webhooks-means.ts'

export function listEventNames({ operations }: Pick<WebhooksMeans, 'operations'>) {
  return operation({
    name: 'webhooks.list-event-names',
    summary:
      'Every type of event that an endpoint of yours can be told of, by module, and how much each tells.',
    effect: 'read',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'none',
    input: z.strictObject({}),
    output: z.strictObject({
      eventTypes: z
        .array(
          z.strictObject({
            type: z.string().max(120),
            module: z.string().max(60),
            tellsValues: z
              .boolean()
              .describe(
                'True: before and after are told. False: only which fields changed, for they may concern people.',
              ),
          }),
        )
        .max(1000),
    }),
    examples: async () => [{}],
    async handle(_input, { access }) {
      const someone = present(access, 'somebody signed in')
      const open = EVENT_NAMES.filter((type) => lackingFor(type, someone, operations) === undefined)
      return {
        eventTypes: open.map((type) => ({ type, module: moduleOf(type), tellsValues: tellsValues(type) })),
      }
    },
  })
}
