import { randomUUID } from 'node:crypto'
import { present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import type { Site } from './catalogue/access.ts'
import type { Invoke } from './catalogue/invoke.ts'
import { createTestAuthenticator, type Told } from './test-authenticator.ts'
import { signUp } from './test-people.ts'
import { caller, SITE } from './test-system.ts'

const ORIGIN = 'http://localhost:3000'
const PASSWORD = 'correct horse battery'

export type Authenticator = ReturnType<typeof createTestAuthenticator>

/** What people with passkeys do, through `invoke()`, from a page of ours. */
export function passkeySteps({ invoke, machineKey }: { invoke: Invoke; machineKey: string }) {
  const call = caller(invoke)

  /** As a visitor, where no token is given; from nowhere that has a name, where the site is undefined. */
  async function send(operation: string, input: unknown, given: { token?: string; site?: Site | undefined }) {
    const site = 'site' in given ? given.site : SITE
    const credential = { token: given.token, isLocal: true, site }
    return invoke({ operation, input, credential, door: 'test', requestId: randomUUID() })
  }

  /** Adds a passkey of the authenticator to the account behind the token. */
  async function add(token: string, authenticator: Authenticator, told: Told = {}) {
    const { ticket, options } = await call('identity.begin-passkey', { currentPassword: PASSWORD }, token)
    const made = authenticator.create(options, told)
    return call('identity.add-passkey', { ticket, label: 'Phone', ...made }, token)
  }

  async function answerOf(authenticator: Authenticator, told: Told = {}): Promise<Record<string, unknown>> {
    const { ticket, options } = await call('identity.begin-passkey-sign-in', {})
    return { ticket, ...authenticator.get(options, told) }
  }

  return {
    send,
    add,
    answerOf,
    async signIn(authenticator: Authenticator, told: Told = {}): Promise<string> {
      return codeFor(call('identity.finish-passkey-sign-in', await answerOf(authenticator, told)))
    },
    /** Somebody with an authenticator app, a passkey and a session. */
    async somebody(role = 'operator') {
      const authenticator = newAuthenticator()
      const person = await signUp(invoke, machineKey, role)
      const passkey = await add(person.token, authenticator)
      return { ...person, authenticator, passkeyId: String(passkey['id']) }
    },
    /** Joined, and has set up nothing yet. */
    async newcomer(role = 'operator') {
      const email = `${randomUUID()}@example.com`
      const invited = { email, displayName: 'Joined', grants: [{ role, covers: null }] }
      const { token: link } = await call('identity.invite-person', invited, machineKey)
      const { issued } = await send('identity.accept-invitation', { token: link, password: PASSWORD }, {})
      return { email, token: present(issued?.tokens, 'tokens').access }
    },
  }
}

export function newAuthenticator({ isSynced = false } = {}): Authenticator {
  return createTestAuthenticator({ origin: ORIGIN, isSynced })
}

/** `done`, or the code of the problem. */
export async function codeFor(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
}
