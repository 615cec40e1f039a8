import { z } from 'zod'
import { actorKind, id, instant } from '#server/catalogue/fields.ts'

export const IDS_MAX = 200
/** More is told as "more": nobody reads on by that number. */
export const UNREAD_MAX = 100
export const KEPT_DAYS = 90

export const kindName = () =>
  z
    .string()
    .max(60)
    .regex(/^[a-z]+\.[a-z-]+$/, 'expected a kind such as "comments.mentioned"')
    .describe('What it tells of: "comments.mentioned".')

export const Notification = z
  .strictObject({
    id: id('notification'),
    kind: kindName(),
    says: z.string().max(3000).describe('The sentence.'),
    at: instant().describe('When it happened, ISO 8601 in UTC.'),
    actor: z
      .strictObject({ kind: actorKind(), id: z.string().max(60), name: z.string().max(200).nullable() })
      .describe('Who did it, as they are called now.'),
    subject: z
      .strictObject({ id: z.string().max(40), title: z.string().max(2000) })
      .nullable()
      .describe('What it is about, as it is called now; null for what is your own.'),
    facts: z
      .record(z.string().max(40), z.unknown())
      .describe('What the sentence is made of beside these: ids, numbers, days.'),
    readAt: instant().nullable(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.output<typeof Notification>

export const MAILINGS = ['at-once', 'daily', 'never'] as const

export const Choice = z.strictObject({
  kind: kindName(),
  mail: z.enum(MAILINGS).describe('At once, gathered once a day, or never. The inbox keeps all of them.'),
  isSent: z.boolean().describe('Whether it is sent to your own webhook, where you have one.'),
})
export type Choice = z.output<typeof Choice>

export const digestHour = () =>
  z.int().min(0).max(23).describe('The hour of the daily mail, in your time zone; UTC where you chose none.')

export const OwnWebhook = z
  .strictObject({
    url: z.string().max(2000),
    isEnabled: z.boolean().describe('False where it failed for three days, or wants nothing more.'),
    failingSince: instant().nullable(),
  })
  .meta({ id: 'OwnWebhook' })

export const Choices = z
  .strictObject({
    choices: z.array(Choice).max(100).describe('Every kind that there is.'),
    digestHour: digestHour(),
    timeZone: z
      .string()
      .max(64)
      .nullable()
      .describe('Of the daily mail. Null: none was chosen, so it is UTC.'),
    webhook: OwnWebhook.nullable(),
  })
  .meta({ id: 'NotificationChoices' })
