import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import { findFirstMembership, findPersonByEmail } from './identity-queries.ts'
import { isPassword } from './password.ts'
import { wrongSignIn } from './problems.ts'
import { Email, SignedIn } from './schema.ts'
import { startSession } from './start-session.ts'

export const signIn = operation({
  name: 'identity.sign-in',
  summary: 'Signs a person in with e-mail address and password. A browser gets a session cookie.',
  effect: 'write',
  scope: { of: 'public' },
  permission: 'public',
  risk: 'none',
  input: z.strictObject({ email: Email, password: secret(z.string().min(1).max(200)) }),
  output: SignedIn,
  examples: async ({ owner }) => [owner],
  async handle({ email, password }, { tx, becomes, record, issueToken }) {
    await tx.enter({ presented: email })
    const person = await findPersonByEmail(tx, email)
    if (!(await isPassword(password, person?.password_hash)) || !person) throw wrongSignIn()
    await tx.enter({ personId: person.id })
    const membership = await findFirstMembership(tx, person.id)
    if (!membership) throw wrongSignIn()
    const { studioId, studioName } = membership
    const actor = { kind: 'person', id: person.id, name: person.display_name } as const
    await becomes({ studioId, personId: person.id, actor })
    record({ type: 'identity.person-signed-in', subjectId: person.id })
    issueToken(await startSession(tx, { studioId, personId: person.id }))
    return {
      studio: { id: studioId, name: studioName },
      personId: person.id,
      displayName: person.display_name,
    }
  },
})
