import { ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { present } from '#kernel/assert.ts'
import { idFrom, newId, type Id } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import type { Invoke } from './catalogue/invoke.ts'
import type { Invocation, Operation } from './catalogue/operation.ts'
import { codeOf, signUp, type SignedUp } from './test-people.ts'
import { createTestAuthenticator } from './test-authenticator.ts'
import { caller, SITE, TEST_MEANS } from './test-system.ts'

/** Who tries an operation, and the person that its examples are about. */
export interface TestActor {
  token: string
  self: SignedUp
}

/** These are for somebody else to accept, wherever somebody could: what each door says then is for-two.test.ts to try. */
export const FOR_TWO = new Set(['closing.reopen-period'])

/** After these nobody is left to send the same again: they are tried with the key of the machine, which has no session. */
const ENDS_ITSELF = new Set(['identity.sign-out'])

/** Actors and examples for suites that go over the whole catalogue. */
export async function testActors(given: {
  invoke: Invoke
  machineKey: string
  records: pg.Client
  studioId: Id<'studio'>
  /** Of the page that examples with passkeys come from. */
  origin?: string
}) {
  const { invoke, machineKey, records, studioId, origin = 'http://localhost:3000' } = given
  const authenticator = createTestAuthenticator({ origin })
  const call = caller(invoke)
  /** Who acts where an operation is not about one's own affairs. */
  const somebody = await signUp(invoke, machineKey, 'owner')

  /** A code works once in thirty seconds, a link is asked for five times at once, and tests have not so long. */
  async function letCodesWorkAgain(): Promise<void> {
    await records.query('update second_factor set last_step = 0')
    await records.query('update sign_in_guard set failures = 0')
  }

  /** Somebody new for one's own affairs, for they are used up by it; with a second session, so that there is one to end. */
  async function somebodyNew(): Promise<SignedUp> {
    const self = await signUp(invoke, machineKey, 'owner')
    const { challenge } = await call('identity.sign-in', { email: self.email, password: self.password })
    await letCodesWorkAgain()
    await call('identity.finish-sign-in', { challenge, code: codeOf(self.secondFactor) })
    return self
  }

  return {
    somebody,
    letCodesWorkAgain,
    async actorFor({ name, permission, module, isForPeople }: Operation): Promise<TestActor> {
      // Approvals are about whose hand something is, and the machine is nobody's.
      if (module === 'approvals' || (isForPeople && permission !== 'identity.use-own'))
        return { token: somebody.token, self: somebody }
      if (permission !== 'identity.use-own' || ENDS_ITSELF.has(name))
        return { token: machineKey, self: somebody }
      const self = await somebodyNew()
      return { token: self.token, self }
    },
    async examplesOf(operation: Operation, { token, self }: TestActor): Promise<unknown[]> {
      await letCodesWorkAgain()
      const examples = await operation.examples({
        studioId,
        self,
        codeOf: ({ secondFactor }) => codeOf(secondFactor),
        aReset: async () =>
          askForReset({ call, records }, (await signUp(invoke, machineKey, 'analyst')).email),
        linkToken: TEST_MEANS.links.tokenOf,
        authenticator,
        aPasskey: () => addPasskey({ call, authenticator }, () => signUp(invoke, machineKey, 'analyst')),
        aRun: (status) => plantRun(records, studioId, status),
        draft: (invocation, by) => draft(call, { token: by === 'self' ? token : machineKey, invocation }),
        async invoke(wanted, input) {
          return wanted.types.output.parse(
            await call(wanted.name, input, wanted.scope === 'public' ? undefined : token),
          )
        },
      })
      ok(examples.length > 0, `${operation.name} gives no example`)
      for (const example of examples) operation.prepare(example)
      return examples
    },
  }
}

export function testRequest(operation: Pick<Operation, 'name'>, input: unknown, token: string | undefined) {
  return {
    operation: operation.name,
    input,
    credential: { token, isLocal: true, site: SITE },
    door: 'test',
    requestId: randomUUID(),
  } as const
}

/** Asked for by a new key that only drafts, made by whoever holds the token. */
async function draft(
  call: ReturnType<typeof caller>,
  { token, invocation }: { token: string; invocation: Invocation },
): Promise<Id<'approval'>> {
  const grants = [{ role: 'operator', covers: null }]
  const made = await call('identity.create-api-key', { name: 'Drafts', grants, isDraftsOnly: true }, token)
  const { operation, input } = invocation
  const held = await call(operation, input, String(made['token'])).catch((error: unknown) => error)
  ok(held instanceof Problem && held.kind === 'held', String(held))
  return idFrom('approval', present(held.approvalId, 'what it waits for'))
}

async function askForReset(
  { call, records }: { call: ReturnType<typeof caller>; records: pg.Client },
  email: string,
): Promise<Id<'password_reset'>> {
  await call('identity.request-password-reset', { email })
  const { rows } = await records.query('select max(id) as id from password_reset')
  return idFrom('password_reset', rows[0].id)
}

/** Somebody new keeps one in the authenticator that the examples answer with. */
async function addPasskey(
  given: { call: ReturnType<typeof caller>; authenticator: ReturnType<typeof createTestAuthenticator> },
  somebodyElse: () => Promise<SignedUp>,
): Promise<void> {
  const { call, authenticator } = given
  const { token, password } = await somebodyElse()
  const { ticket, options } = await call('identity.begin-passkey', { currentPassword: password }, token)
  await call('identity.add-passkey', { ticket, label: 'Phone', ...authenticator.create(options) }, token)
}

/** The worker does not work in these suites, so what it would leave is written by hand. */
async function plantRun(records: pg.Client, studioId: Id<'studio'>, status: string): Promise<Id<'run'>> {
  const id = newId('run')
  await records.query(
    `insert into run (id, studio_id, program, title, input, status, requester_kind, requester_id, requester_name)
     values ($1, $2, 'examples.take-long', 'An example', '{}', $3, 'machine', 'machine', 'This machine')`,
    [id, studioId, status],
  )
  await records.query(
    `insert into run_step (studio_id, run_id, name, kind, state) values ($1, $2, 'send', 'once', 'intended')`,
    [studioId, id],
  )
  return id
}
