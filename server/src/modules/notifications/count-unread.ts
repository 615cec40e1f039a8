import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { findRevisions } from './inbox-queries.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { idsOfOpen } from './notifications-queries.ts'
import { inEachPart, ownInbox } from './own-inbox.ts'
import { UNREAD_MAX } from './schema.ts'

const NAME = 'notifications.count-unread'

export function countUnread(means: NotificationsMeans) {
  return operation({
    name: NAME,
    summary: 'How many of your notifications you have not read, up to a hundred.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    isForPeople: true,
    input: z.strictObject({}),
    output: z.strictObject({
      unread: z.int().describe(`At most ${UNREAD_MAX}.`),
      revision: z.int().describe('Of your inbox; the live stream tells of a later one.'),
      hasMore: z.boolean().describe('True where there are more than that.'),
    }),
    examples: async () => [{}],
    async handle(_input, { tx, access }) {
      const inbox = ownInbox({ access }, NAME, means)
      // Before the rows: what comes in between is told again, and not missed.
      const revisions = await findRevisions(tx, [inbox.personId])
      const found = await inEachPart(tx, inbox, (opened) =>
        idsOfOpen(tx, { ...opened, isUnread: true }, UNREAD_MAX + 1),
      )
      const unread = new Set(found.flat()).size
      return {
        unread: Math.min(unread, UNREAD_MAX),
        revision: revisions.get(inbox.personId) ?? 0,
        hasMore: unread > UNREAD_MAX,
      }
    },
  })
}
