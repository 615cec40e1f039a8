import { z } from 'zod'
import { program } from '#server/runs/program.ts'
import { deleteSettledBefore } from './deliveries-queries.ts'

const REPEATS_EVERY_S = 3600
export const KEPT_DAYS = 30
const PER_STEP = 2_000
const STEPS_MAX = 50

/** Every hour: forgets deliveries that came to their end more than thirty days ago, with their tries and runs. */
export const forgetDeliveries = program({
  name: 'webhooks.forget-deliveries',
  title: () => ({ en: 'Forget old webhook deliveries', de: 'Alte Webhook-Zustellungen vergessen' }),
  input: z.strictObject({}),
  repeatsEveryS: REPEATS_EVERY_S,
  async run(_input, work) {
    let forgotten = 0
    for (let step = 1; step <= STEPS_MAX; step++) {
      const count = await work.transact(`forget ${step}`, z.int(), (tx) =>
        deleteSettledBefore(tx, KEPT_DAYS, PER_STEP),
      )
      forgotten += count
      if (count < PER_STEP) break
    }
    return { forgotten }
  },
})
