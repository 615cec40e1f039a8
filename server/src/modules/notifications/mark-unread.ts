import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { INBOXES } from '#server/database/signals.ts'
import { ownPerson } from '#server/modules/identity/index.ts'
import { raiseRevisions } from './inbox-queries.ts'
import { setRead } from './notifications-queries.ts'
import { IDS_MAX } from './schema.ts'

const NAME = 'notifications.mark-unread'

export const markUnread = operation({
  name: NAME,
  summary: 'Marks notifications of yours as not read, to come back to them.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  isForPeople: true,
  input: z.strictObject({ ids: z.array(id('notification')).min(1).max(IDS_MAX) }),
  output: z.strictObject({ marked: z.int().describe('How many were read until now.') }),
  examples: async () => [{ ids: [newId('notification')] }],
  async handle({ ids }, { tx, access }) {
    const { personId, studioId } = ownPerson({ access }, NAME)
    const marked = await setRead(tx, { personId, isRead: false, ids })
    if (marked > 0) {
      await raiseRevisions(tx, studioId, [personId])
      tx.announce(INBOXES, studioId)
    }
    return { marked }
  },
})
