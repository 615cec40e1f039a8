import { z } from 'zod'
import { atEnd } from '#server/database/at-end.ts'
import { openSignals } from '#server/database/signals.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { createWay } from '#server/system.ts'
import { testApprovals } from '#server/modules/approvals/test-approvals.ts'
import { followNotifications } from './index.ts'

const Told = z.object({
  id: z.string(),
  kind: z.string(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  subject: z.object({ id: z.string(), title: z.string() }).nullable(),
  facts: z.record(z.string(), z.unknown()),
  readAt: z.string().nullable(),
})
const Page = z.object({ items: z.array(Told), total: z.number() })
export type Told = z.output<typeof Told>

/** A studio with people, whose events are followed for notifications. */
export async function testNotifications() {
  const way = await testApprovals()
  const { database, call, wayIn, records, studioId, machineKey } = way
  const { notifications } = createWay(database.app, wayIn)
  const logged: unknown[] = []
  const signals = openSignals(database.configFor('app'))
  const log = (error: unknown) => void logged.push(error)
  const follower = followNotifications({ database: database.app, signals, log }, notifications)
  atEnd(async () => {
    await follower.close()
    await signals.close()
  })
  const make = async (operation: string, input: object, token = machineKey) =>
    String((await call(operation, input, token))['id'])

  async function inbox(token: string, input: object = {}): Promise<Told[]> {
    return Page.parse(await call('notifications.list-notifications', input, token)).items
  }

  return {
    ...way,
    notifications,
    logged,
    make,
    inbox,
    unread: async (token: string) => Number((await call('notifications.count-unread', {}, token))['unread']),
    /** Looks until the person has so many, the newest first. */
    untilInbox: (token: string, count: number) =>
      waitFor(async () => {
        const seen = await inbox(token)
        return { isThere: seen.length === count, seen }
      }),
    /** Looks until everything that has happened so far was followed. */
    untilFollowed: () =>
      waitFor(async () => {
        const { rows } = await records.query(
          `select count(*)::int as ahead from event join outbox_cursor as cursor
             on cursor.studio_id = event.studio_id and cursor.follower = 'notifications'
             and (event.xact, event.id) > (cursor.xact, cursor.event_id) where event.studio_id = $1`,
          [studioId],
        )
        const { rows: cursors } = await records.query(
          `select from outbox_cursor where studio_id = $1 and follower = 'notifications'`,
          [studioId],
        )
        return { isThere: cursors.length === 1 && rows[0].ahead === 0, seen: { rows, logged } }
      }),
    /** What somebody is told, without ids and instants. */
    shown: (told: readonly Told[]) =>
      told.map(({ kind, actor, subject, facts }) => {
        const { commentId: _commentId, ...rest } = facts
        return { kind, by: actor.id, about: subject?.id ?? null, ...rest }
      }),
  }
}
