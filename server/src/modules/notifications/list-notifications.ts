import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { idsOfOpen, pageOfNotifications } from './notifications-queries.ts'
import { inEachPart, ownInbox } from './own-inbox.ts'
import { Notification } from './schema.ts'
import { shownNotifications } from './shown-notifications.ts'

const NAME = 'notifications.list-notifications'
const ORDER = ['newest']
const COUNTED_MAX = 1_000

export function listNotifications(means: NotificationsMeans) {
  return operation({
    name: NAME,
    summary:
      'Pages through what you were told, the newest first: mentions, comments, approvals, runs and requests. What you may not read any more is left out.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    isForPeople: true,
    input: z.strictObject({
      isUnread: z.boolean().default(false).describe('True: only what you have not read.'),
      ...PageFields,
    }),
    output: pageOf(Notification),
    examples: async () => [{}, { isUnread: true, limit: 1 }],
    async handle({ isUnread, cursor, limit }, { tx, access, language }) {
      const inbox = ownInbox({ access }, NAME, means)
      const [after] = readCursor(cursor, ORDER) ?? []
      const found = await inEachPart(tx, inbox, async (opened) => {
        const of = { ...opened, isUnread }
        const rows = await pageOfNotifications(tx, of, { after, limit: limit + 1 })
        const [items, ids] = await Promise.all([
          shownNotifications(tx, rows, means, language),
          idsOfOpen(tx, of, COUNTED_MAX),
        ])
        return { items, ids }
      })
      const items = new Map(found.flatMap((part) => part.items.map((item) => [item.id, item] as const)))
      const rows = [...items.values()].sort((one, other) => (one.id < other.id ? 1 : -1))
      const total = new Set(found.flatMap(({ ids }) => ids)).size
      return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
    },
  })
}
