import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import {
  claimInstallation,
  insertGrant,
  insertMembership,
  insertPerson,
  insertStudio,
} from './identity-queries.ts'
import { hashPassword } from './password.ts'
import { alreadyFounded, setupCodeNeeded } from './problems.ts'
import { Email, NewPassword, SignedIn } from './schema.ts'
import { startSession } from './start-session.ts'
import { tokenHash } from './tokens.ts'

/** The first studio and its owner. `setupCode` is what the terminal printed; only callers from other machines need it. */
export function foundStudio(setupCode: string) {
  return operation({
    name: 'identity.found-studio',
    summary:
      'Founds the first studio of this installation, with its owner, and signs the owner in. Works once.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({
      studioName: line(120).describe('What the studio is called, for example "AI Boss Holdings".'),
      displayName: line(120).describe("The owner's name."),
      email: Email,
      password: NewPassword,
      setupCode: secret(z.string().max(40))
        .optional()
        .describe('Only from another machine: the code in the terminal.'),
    }),
    output: SignedIn,
    examples: async () => [
      {
        studioName: 'Second Studio',
        displayName: 'Grace Hopper',
        email: 'grace@example.com',
        password: 'correct horse battery',
      },
    ],
    async handle(
      { studioName, displayName, email, password, setupCode: given },
      { tx, credential, becomes, record, issueToken },
    ) {
      if (!credential.isLocal && !isSameCode(given ?? '', setupCode)) throw setupCodeNeeded()
      const studioId = newId('studio')
      const personId = newId('person')
      const membershipId = newId('membership')
      const actor = { kind: 'person', id: personId, name: displayName } as const
      const passwordHash = await hashPassword(password)
      await becomes({ studioId, personId, actor })
      await insertStudio(tx, { id: studioId, name: studioName })
      if (!(await claimInstallation(tx, studioId))) throw alreadyFounded()
      await insertPerson(tx, { id: personId, email, display_name: displayName, password_hash: passwordHash })
      await insertMembership(tx, { id: membershipId, studio_id: studioId, person_id: personId })
      await insertGrant(tx, {
        id: newId('grant'),
        studio_id: studioId,
        membership_id: membershipId,
        role: 'owner',
        covers: null,
      })
      record({ type: 'identity.studio-founded', subjectId: studioId, after: { name: studioName } })
      issueToken(await startSession(tx, { studioId, personId }))
      return { studio: { id: studioId, name: studioName }, personId, displayName }
    },
  })
}

function isSameCode(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(given)), Buffer.from(tokenHash(expected)))
}
