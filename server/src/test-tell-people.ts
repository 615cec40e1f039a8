import { atEnd } from '#server/database/at-end.ts'
import { openSignals } from '#server/database/signals.ts'
import { followNotifications } from '#server/modules/notifications/index.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { createWay } from '#server/system.ts'
import type { TestSystem } from '#server/test-system.ts'

/** Systems of tests follow nothing by themselves; a journey in which people are told of something asks for it. */
export function tellPeople({ database, settings }: TestSystem): void {
  const { notifications } = createWay(database.app, settings)
  const signals = openSignals(database.configFor('app'))
  const follower = followNotifications({ database: database.app, signals, log: console.error }, notifications)
  atEnd(async () => {
    await follower.close()
    await signals.close()
  })
}

/** Looks until so many were told of something, or more; ids of the notifications, the newest first. */
export async function untilTold({ database }: TestSystem, count: number): Promise<string[]> {
  const records = await database.look()
  return waitFor(async () => {
    const { rows } = await records.query('select id from notification order by id desc')
    return { isThere: rows.length >= count, seen: rows.map(({ id }) => String(id)) }
  })
}
