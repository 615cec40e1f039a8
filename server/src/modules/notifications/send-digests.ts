import { z } from 'zod'
import { enqueueQuietly } from '#server/runs/enqueue-quietly.ts'
import { program } from '#server/runs/program.ts'
import { beginDigests } from './mail-queries.ts'
import { MAILING } from './mailing.ts'

const REPEATS_EVERY_S = 300
const PER_STEP = 500
const STEPS_MAX = 20

/**
 * Every five minutes: begins the daily mails that are due. A digest is noted and its run put there in one transaction, so a
 * crash neither loses nor doubles one; and the mail itself is a step with a key.
 */
export function sendDigests(clock: () => Date = () => new Date()) {
  return program({
    name: 'notifications.send-digests',
    title: () => ({ en: 'Mail what people have not read today', de: 'Ungelesenes des Tages per E-Mail' }),
    input: z.strictObject({}),
    repeatsEveryS: REPEATS_EVERY_S,
    async run(_input, work) {
      const { studioId } = work
      let begun = 0
      for (let step = 1; step <= STEPS_MAX; step++) {
        const count = await work.transact(`begin ${step}`, z.int(), async (tx) => {
          await tx.enter({ studioId, coverage: '*', isWorker: true })
          const due = await beginDigests(tx, clock().toISOString(), PER_STEP)
          await enqueueQuietly(
            { tx, studioId },
            MAILING,
            due.map(({ person_id, from_id, upto_id }) => ({
              personId: person_id,
              from: from_id,
              upTo: upto_id,
              isDigest: true,
            })),
          )
          return due.length
        })
        begun += count
        if (count < PER_STEP) break
      }
      return { begun }
    },
  })
}
