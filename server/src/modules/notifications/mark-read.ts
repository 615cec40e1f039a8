import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { INBOXES } from '#server/database/signals.ts'
import { ownPerson } from '#server/modules/identity/index.ts'
import { raiseRevisions } from './inbox-queries.ts'
import { setRead } from './notifications-queries.ts'
import { whichOnes } from './problems.ts'
import { IDS_MAX } from './schema.ts'

const NAME = 'notifications.mark-read'

export const markRead = operation({
  name: NAME,
  summary: 'Marks notifications of yours as read: those that are named, or all up to one.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  isForPeople: true,
  input: z.strictObject({
    ids: z.array(id('notification')).min(1).max(IDS_MAX).optional().describe('These; others are left.'),
    upTo: id('notification')
      .optional()
      .describe('All up to this one, the newest that you saw: what came meanwhile stays unread.'),
  }),
  output: z.strictObject({ marked: z.int().describe('How many were unread until now.') }),
  examples: async () => [{ upTo: newId('notification') }, { ids: [newId('notification')] }],
  async handle({ ids, upTo }, { tx, access }) {
    const { personId, studioId } = ownPerson({ access }, NAME)
    if ((ids === undefined) === (upTo === undefined)) throw whichOnes()
    const which = { ...(ids && { ids }), ...(upTo && { upTo }) }
    const marked = await setRead(tx, { personId, isRead: true, ...which })
    if (marked > 0) {
      await raiseRevisions(tx, studioId, [personId])
      tx.announce(INBOXES, studioId)
    }
    return { marked }
  },
})
