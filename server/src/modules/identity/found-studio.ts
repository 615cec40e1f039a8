import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import { insertGrants } from './grant-queries.ts'
import type { IdentityMeans } from './identity-means.ts'
import { hashPassword } from './password.ts'
import { ensureMembership, insertPerson } from './people-queries.ts'
import { alreadyFounded, setupCodeNeeded } from './problems.ts'
import { Email, NewPassword, SignedIn } from './schema.ts'
import { startSession } from './start-session.ts'
import { claimInstallation, insertStudio } from './studio-queries.ts'
import { tokenHash } from './tokens.ts'

const Input = z.strictObject({
  studioName: line(120).describe('What the studio is called, for example "AI Boss Holdings".'),
  displayName: line(120).describe("The owner's name."),
  email: Email,
  password: NewPassword,
  setupCode: secret(z.string().max(40))
    .optional()
    .describe('Only from another machine: the code in the terminal.'),
})

/** The first studio and its owner. */
export function foundStudio(means: IdentityMeans) {
  return operation({
    name: 'identity.found-studio',
    summary:
      'Founds the first studio of this installation, with its owner, and signs the owner in. Works once.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: Input,
    output: SignedIn,
    examples: async () => [
      {
        studioName: 'Second Studio',
        displayName: 'Grace Hopper',
        email: 'grace@example.com',
        password: 'correct horse battery',
      },
    ],
    async handle(given, { tx, credential, becomes, record, issueTokens }) {
      const { studioName, displayName, email } = given
      if (!credential.isLocal && !isSameCode(given.setupCode ?? '', means.setupCode)) throw setupCodeNeeded()
      const [studioId, personId] = [newId('studio'), newId('person')]
      const passwordHash = await hashPassword(given.password)
      await becomes({ studioId, personId, actor: { kind: 'person', id: personId, name: displayName } })
      await insertStudio(tx, { id: studioId, name: studioName })
      if (!(await claimInstallation(tx, studioId))) throw alreadyFounded()
      await insertPerson(tx, { id: personId, email, display_name: displayName, password_hash: passwordHash })
      const membership = { id: newId('membership'), studio_id: studioId, person_id: personId }
      const membershipId = await ensureMembership(tx, membership)
      const grants = [{ role: 'owner' as const, role_id: null, covers: null }]
      await insertGrants(tx, { studioId, holder: { membership_id: membershipId }, grants })
      record({ type: 'identity.studio-founded', subjectId: studioId, after: { name: studioName } })
      issueTokens(await startSession(tx, means, { studioId, personId, credential, hasSecondFactor: false }))
      const studio = { id: studioId, name: studioName }
      return { next: 'set-up-second-factor' as const, challenge: null, studio, displayName }
    },
  })
}

function isSameCode(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(given)), Buffer.from(tokenHash(expected)))
}
