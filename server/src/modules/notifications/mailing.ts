import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'

/** What whoever enqueues a mail needs to know of its program. */
export const MAILING = {
  name: 'notifications.mail',
  input: z.strictObject({
    personId: z.string().max(40),
    /** What stands between the two, both with it. */
    from: id('notification'),
    upTo: id('notification'),
    isDigest: z.boolean(),
  }),
  title: ({ isDigest }: { isDigest: boolean }) =>
    isDigest
      ? { en: 'Mail a daily digest', de: 'Tagesübersicht per E-Mail' }
      : { en: 'Mail a notification', de: 'Mitteilung per E-Mail' },
} as const
