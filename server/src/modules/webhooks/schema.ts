import { z } from 'zod'
import { id, instant, line } from '#server/catalogue/fields.ts'

export const ENDPOINTS_MAX = 100
export const URL_LENGTH_MAX = 2000

export const EndpointFields = {
  url: z
    .string()
    .trim()
    .min(1)
    .max(URL_LENGTH_MAX)
    .describe('Where to: https, and a host that the internet reaches. Put no secret into it; people see it.'),
  description: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^\r\n\t]*$/, 'one line only, without tabs')
    .describe('What receives it, for people.'),
  eventTypes: z
    .array(
      line(120).regex(
        /^[a-z][a-z-]*\.(\*|[a-z][a-z-]*)$/,
        'expected a type such as "businesses.business-created", or "businesses.*"',
      ),
    )
    .min(1)
    .max(100)
    .describe('Types of events, or all of a module as "businesses.*".'),
}

export const DisabledWhy = z
  .enum(['by-hand', 'failing', 'gone'])
  .describe(
    'By hand; because every try of a delivery failed and nothing else succeeded; because it answered 410 Gone.',
  )

export const Endpoint = z
  .strictObject({
    id: id('webhook_endpoint'),
    ...EndpointFields,
    isEnabled: z.boolean(),
    disabledWhy: DisabledWhy.nullable(),
    disabledAt: instant().nullable(),
    failingSince: instant().nullable().describe('When it first failed after it last succeeded.'),
    succeededAt: instant().nullable(),
    revision: z.int(),
    createdAt: instant(),
    archivedAt: instant().nullable(),
  })
  .meta({ id: 'WebhookEndpoint' })
export type Endpoint = z.output<typeof Endpoint>

export const DeliveryStatus = z
  .enum(['waiting', 'delivered', 'failed'])
  .describe('Waiting for its first or next try; delivered, which is an answer of 2xx; failed for good.')

export const Delivery = z
  .strictObject({
    id: id('webhook_delivery'),
    endpointId: id('webhook_endpoint'),
    type: z.string().max(120),
    messageId: z.string().max(80).describe('The webhook-id that the receiver sees, the same for every try.'),
    status: DeliveryStatus,
    tries: z.int().describe('Tries since it was made, or last sent again by hand.'),
    lastStatus: z.int().nullable().describe('Of HTTP, from the last try that was answered.'),
    lastReason: z.string().max(500).nullable().describe('Why the last try failed.'),
    nextTryAt: instant().nullable(),
    createdAt: instant(),
    settledAt: instant().nullable(),
    runId: id('run').describe('The run that delivers it.'),
  })
  .meta({ id: 'WebhookDelivery' })
export type Delivery = z.output<typeof Delivery>

export const Try = z.strictObject({
  round: z.int().describe('1, and one more for each time it was sent again by hand.'),
  number: z.int(),
  sentAt: instant(),
  durationMs: z.int(),
  status: z.int().nullable().describe('Of HTTP; null where there was no answer.'),
  reason: z.string().max(500).nullable().describe('Why it counts as failed; null where it was delivered.'),
  answer: z.string().max(1000).describe('How the answer begins, without control characters.'),
})

export function endpointId() {
  return z.strictObject({ endpointId: id('webhook_endpoint') })
}
