import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import { deleteMailRunsBefore, deleteOlderThan } from './notifications-queries.ts'
import { KEPT_DAYS } from './schema.ts'

const REPEATS_EVERY_S = 3600
const PER_STEP = 2_000
const STEPS_MAX = 50

/** Every hour: forgets notifications that are older than ninety days, read or not, and the runs that mailed them. */
export const forgetNotifications = program({
  name: 'notifications.forget-notifications',
  title: () => ({ en: 'Forget old notifications', de: 'Alte Mitteilungen vergessen' }),
  input: z.strictObject({}),
  repeatsEveryS: REPEATS_EVERY_S,
  async run(_input, work) {
    const { studioId } = work
    let forgotten = 0
    for (let step = 1; step <= STEPS_MAX; step++) {
      const count = await work.transact(`forget ${step}`, z.int(), async (tx) => {
        await tx.enter({ studioId, coverage: '*', isWorker: true })
        await deleteMailRunsBefore(tx, KEPT_DAYS, PER_STEP)
        return deleteOlderThan(tx, KEPT_DAYS, PER_STEP)
      })
      forgotten += count
      if (count < PER_STEP) break
    }
    return { forgotten }
  },
})
