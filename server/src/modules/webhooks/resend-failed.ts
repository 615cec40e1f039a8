import { z } from 'zod'
import { id, instant } from '#server/catalogue/fields.ts'
import { program } from '#server/runs/program.ts'
import { beginAgain } from './begin-again.ts'
import { findFailedSince } from './deliveries-queries.ts'

const PER_STEP = 200
/** A receiver that was away for days gets these; whoever needs more asks again. */
export const RESENT_MAX = 5_000

/** Gives what failed since then a new round each: the work of `webhooks.redeliver-failed`. */
export const resendFailed = program({
  name: 'webhooks.redeliver-failed',
  title: () => ({ en: 'Send failed webhooks again', de: 'Fehlgeschlagene Webhooks noch einmal senden' }),
  input: z.strictObject({ endpointId: id('webhook_endpoint'), since: instant(), until: instant() }),
  async run({ endpointId, since, until }, work) {
    let resent = 0
    for (let step = 1; resent < RESENT_MAX; step++) {
      const count = await work.transact(`resend ${step}`, z.int(), async (tx) => {
        const ids = await findFailedSince(tx, endpointId, { since, until, limit: PER_STEP })
        for (const deliveryId of ids) await beginAgain({ tx, studioId: work.studioId }, deliveryId)
        return ids.length
      })
      resent += count
      work.progress(resent, resent)
      if (count < PER_STEP) break
    }
    return { resent }
  },
})
