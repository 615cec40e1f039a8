import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import type { FilesMeans } from './attachments-means.ts'
import { lockFiles } from './attachments-queries.ts'
import { unclaimed } from './stored-files-queries.ts'

const REPEATS_EVERY_S = 3600
/** An upload is good for an hour, so what is a day old without a row will have none. */
const KEPT_MS = 24 * 60 * 60 * 1000
const AT_ONCE = 200

const Swept = z.object({ deleted: z.int(), last: z.string().nullable() })

/** Every hour: deletes bytes that were sent and never attached, or whose row a crash took. */
export function sweepFiles({ store }: Pick<FilesMeans, 'store'>) {
  return program({
    name: 'attachments.sweep-files',
    title: () => ({ en: 'Sweep files that were never attached', de: 'Nie angefügte Dateien wegräumen' }),
    input: z.strictObject({}),
    repeatsEveryS: REPEATS_EVERY_S,
    async run(_input, work) {
      const beforeMs = Date.now() - KEPT_MS
      let [swept, after] = [0, '']
      for (let part = 1; ; part++) {
        const done = await work.transact(`sweep ${part}`, Swept, async (tx) => {
          await lockFiles(tx, work.studioId, 'alone')
          const names = await store.listOlder(work.studioId, { beforeMs, after, limit: AT_ONCE })
          let deleted = 0
          for (const name of await unclaimed(tx, names))
            if (await store.deleteOlder(work.studioId, name, beforeMs)) deleted++
          return { deleted, last: names.at(-1) ?? null }
        })
        swept += done.deleted
        if (done.last === null) return { swept }
        after = done.last
      }
    },
  })
}
