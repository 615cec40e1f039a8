import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { NOBODY, SYSTEM } from '#server/catalogue/write-call.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import type { IdentityMeans } from './identity-means.ts'
import { mailPasswordReset } from './mail-password-reset.ts'
import { insertReset } from './password-reset-queries.ts'
import { findFirstMembership, findPersonByEmail } from './people-queries.ts'
import { tooManyResets } from './problems.ts'
import { Email } from './schema.ts'
import { checkGuard, noteFailure } from './sign-in-guard.ts'
import { tokenHash } from './tokens.ts'

const LIFETIME_MINUTES = 30
/** What is done for a known address takes a few milliseconds more, and drowns in this: an address has five tries. */
const PAUSE_MS_MAX = 50

export function requestPasswordReset(means: IdentityMeans) {
  return operation({
    name: 'identity.request-password-reset',
    summary:
      'Mails a link to choose a new password, where the address has an account; the answer is the same where it has none.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({ email: Email }),
    output: z.strictObject({ isTaken: z.literal(true), validForMinutes: z.int() }),
    examples: async ({ self: { email } }) => [{ email }],
    async handle({ email }, { tx, becomes, record }) {
      const tried = `reset ${email}`
      await checkGuard(tx, tried, tooManyResets)
      await noteFailure(tx, tried)
      await tx.enter({ presented: email })
      const person = await findPersonByEmail(tx, email)
      if (person) await tx.enter({ personId: person.id })
      const membership = person && (await findFirstMembership(tx, person.id))
      if (membership) {
        const [resetId, { studioId }] = [newId('password_reset'), membership]
        // Whoever asked did not prove who they are: nobody acts, in the record of the person's studio.
        await becomes({ studioId, personId: person.id, actor: NOBODY })
        await insertReset(tx, {
          id: resetId,
          studio_id: studioId,
          person_id: person.id,
          token_hash: tokenHash(means.links.tokenOf('reset', resetId)),
          expires_at: new Date(Date.now() + LIFETIME_MINUTES * 60_000).toISOString(),
        })
        record({ type: 'identity.password-reset-requested', subjectId: person.id })
        const access = { studioId, actor: SYSTEM }
        await enqueueRun({ tx, record, access }, mailPasswordReset(means), { input: { resetId } })
      }
      await pause(randomInt(PAUSE_MS_MAX))
      return { isTaken: true as const, validForMinutes: LIFETIME_MINUTES }
    },
  })
}
