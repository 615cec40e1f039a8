import { z } from 'zod'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { ownPerson } from './own-person.ts'
import { Session } from './schema.ts'
import { countSessions, pageOfSessions } from './session-queries.ts'

const NAME = 'identity.list-sessions'
const ORDER = ['newest']

export const listSessions = operation({
  name: NAME,
  summary: 'Pages through your own open sessions, newest first: where you are signed in.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  input: z.strictObject(PageFields),
  output: pageOf(Session),
  examples: async () => [{}],
  async handle({ cursor, limit }, { tx, access }) {
    const { personId, sessionId } = ownPerson({ access }, NAME)
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfSessions(tx, personId, after, limit + 1),
      countSessions(tx, personId),
    ])
    const items = rows.map((row) => ({
      id: row.id,
      isCurrent: row.id === sessionId,
      address: row.address,
      userAgent: row.user_agent,
      hasSecondFactor: row.second_factor_at !== null,
      createdAt: row.created_at,
      lastUsedAt: row.rotated_at,
      idleUntil: row.idle_until,
      expiresAt: row.expires_at,
    }))
    return pageFrom(items, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
  },
})
