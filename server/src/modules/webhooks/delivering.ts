import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'

/** What whoever enqueues a delivery needs to know of its program. */
export const DELIVERING = {
  name: 'webhooks.deliver',
  input: z.strictObject({
    deliveryId: id('webhook_delivery'),
    /** A run of an earlier round stops. */
    round: z.int().min(1),
    type: z.string().max(120),
  }),
  title: ({ type }: { type: string }) => ({ en: `Deliver ${type}`, de: `Stellt ${type} zu` }),
} as const
