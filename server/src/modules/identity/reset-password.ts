import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import type { Transaction } from '#server/database/database.ts'
import { hashPassword } from './password.ts'
import { closeResets, lockReset } from './password-reset-queries.ts'
import { findPerson, setPasswordHash, studiosOf } from './people-queries.ts'
import { resetExpired, resetUnknown, resetUsed } from './problems.ts'
import { NewPassword } from './schema.ts'
import { endSessionsOf } from './session-queries.ts'
import { noteSuccess } from './sign-in-guard.ts'
import { raiseAccessEpoch } from './studio-queries.ts'
import { tokenHash } from './tokens.ts'

export const resetPassword = operation({
  name: 'identity.reset-password',
  summary:
    'Chooses a new password with the token of a mailed link. Ends every session; the second factor stays as it is.',
  effect: 'write',
  scope: { of: 'public' },
  permission: 'public',
  risk: 'none',
  input: z.strictObject({
    token: secret(z.string().min(1).max(80)).describe('What stands behind the # of the link.'),
    password: NewPassword,
  }),
  output: z.strictObject({ isReset: z.literal(true) }),
  examples: async (factory) => {
    const token = factory.linkToken('reset', await factory.aReset())
    return [{ token, password: 'correct horse battery' }]
  },
  async handle({ token, password }, { tx, becomes, record }) {
    const hash = tokenHash(token)
    await tx.enter({ presented: hash })
    const reset = await lockReset(tx, hash)
    if (!reset) throw resetUnknown()
    if (reset.used_at !== null) throw resetUsed(reset.used_at)
    if (reset.is_expired) throw resetExpired(reset.expires_at)
    const { person_id: personId } = reset
    await tx.enter({ personId })
    const studios = await studiosOf(tx, personId)
    const [studioId] = studios
    if (!studioId) throw resetUnknown()
    const person = present(await findPerson(tx, personId), 'the person of the reset')
    const passwordHash = await hashPassword(password)
    await endEverySession(tx, { personId, studios })
    await noteSuccess(tx, person.email)
    await becomes({
      studioId,
      personId,
      actor: { kind: 'person', id: personId, name: person.display_name },
    })
    await setPasswordHash(tx, personId, passwordHash)
    record({ type: 'identity.password-reset', subjectId: personId })
    return { isReset: true as const }
  },
})

/** In every studio of the person, and with them what other links they asked for. */
async function endEverySession(
  tx: Transaction,
  { personId, studios }: { personId: Id<'person'>; studios: Id<'studio'>[] },
): Promise<void> {
  for (const studioId of studios) {
    await tx.enter({ studioId, personId, coverage: '*' })
    await closeResets(tx, personId)
    await endSessionsOf(tx, { personId, studioId, because: 'revoked' })
    await raiseAccessEpoch(tx, studioId)
  }
}
