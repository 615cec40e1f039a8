import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { ownPerson } from './own-person.ts'
import { hashPassword, isPassword } from './password.ts'
import { findPerson, setPasswordHash } from './people-queries.ts'
import { wrongSignIn } from './problems.ts'
import { NewPassword, Password } from './schema.ts'
import { endSessionsOf } from './session-queries.ts'
import { checkGuard, noteFailure } from './sign-in-guard.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

const NAME = 'identity.change-password'

export const changePassword = operation({
  name: NAME,
  summary: 'Changes your own password and ends your other sessions.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  input: z.strictObject({ currentPassword: Password, newPassword: NewPassword }),
  output: z.strictObject({ isChanged: z.literal(true) }),
  examples: async ({ self }) => [{ currentPassword: self.password, newPassword: self.password }],
  async handle({ currentPassword, newPassword }, { tx, access, record }) {
    const { personId, sessionId, studioId } = ownPerson({ access }, NAME)
    const { password_hash: hash, email } = present(await findPerson(tx, personId), 'the person signed in')
    await checkGuard(tx, email)
    if (!(await isPassword(currentPassword, hash))) {
      await noteFailure(tx, email)
      return wrongSignIn()
    }
    await tx.enter({ studioId, personId, coverage: '*' })
    await setPasswordHash(tx, personId, await hashPassword(newPassword))
    await endSessionsOf(tx, { personId, studioId, because: 'revoked', except: sessionId })
    await raiseAccessEpoch(tx, studioId)
    record({ type: 'identity.password-changed', subjectId: personId })
    return { isChanged: true as const }
  },
})
