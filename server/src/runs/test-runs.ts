import { sameInAll } from '#kernel/languages.ts'
import { ok } from 'node:assert/strict'
import { present } from '#kernel/assert.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import { z } from 'zod'
import type { Access } from '#server/catalogue/access.ts'
import { atEnd } from '#server/database/at-end.ts'
import type { Transaction } from '#server/database/database.ts'
import { RUNS, openSignals } from '#server/database/signals.ts'
import { tokenHash } from '#server/modules/identity/index.ts'
import { OWNER, SECRETS, testWay } from '#server/test-system.ts'
import { enqueueRun } from './enqueue-run.ts'
import { program, type Program, type TypedProgram } from './program.ts'
import { startWorker, type Worker } from './worker.ts'

const WAIT_MS_MAX = 20_000
const LOOK_EVERY_MS = 5

/** A founded studio whose runs are worked by workers of the test's own. */
export async function testRuns() {
  const way = await testWay()
  const { database, invoke, invokeApproved, call, machineKey } = way
  await call('identity.found-studio', OWNER)
  const me = await call('identity.get-me', {}, machineKey)
  const studioId = idFrom('studio', Object(me['studio']).id)
  const records = await database.look()
  const signals = openSignals(database.configFor('app'))
  atEnd(() => signals.close())
  const enqueueIn = enqueuesFor(studioId)
  const logged: unknown[] = []

  const log = (error: unknown) => void logged.push(error)

  async function look(runId: Id<'run'>) {
    const { rows } = await records.query('select * from run where id = $1', [runId])
    return present(rows[0], `no run ${runId}`)
  }

  return {
    ...way,
    studioId,
    /** For another process: how it makes its own way in. */
    wayIn: { machineKeyHash: tokenHash(machineKey), ...SECRETS },
    records,
    logged,
    startWorking(programs: readonly Program[], leaseMs?: number): Worker {
      const worker = startWorker({
        database: database.app,
        signals,
        invoke,
        invokeApproved,
        programs,
        log,
        ...(leaseMs && { leaseMs }),
      })
      atEnd(() => worker.close())
      return worker
    },
    enqueueIn,
    enqueue: <I extends z.ZodObject>(
      what: TypedProgram<I>,
      input: z.input<I>,
      as: Partial<Access> = {},
      dueAt?: string,
    ) => database.app.write({ studioId, coverage: '*' }, (tx) => enqueueIn(tx, what, input, as, dueAt)),
    look,
    /** Looks until the run is at that status; fails with what it is at when that takes too long. */
    until: (runId: Id<'run'>, status: string) =>
      waitFor(async () => {
        const seen = await look(runId)
        return { isThere: seen.status === status, seen }
      }),
    /** What was changed by hand, workers hear of. */
    nudge: () => database.app.write({ studioId }, async (tx) => tx.announce(RUNS, studioId)),
  }
}

/** Enqueues as the machine, or as whoever `as` names. */
function enqueuesFor(studioId: Id<'studio'>) {
  const access: Access = {
    studioId,
    personId: undefined,
    actor: { kind: 'machine', id: 'machine', name: 'This machine' },
    grants: [],
    policy: { isDraftsOnly: false, rules: [] },
    personBehind: undefined,
    epoch: 1n,
    expiresAtMs: Number.POSITIVE_INFINITY,
  }
  return async <I extends z.ZodObject>(
    tx: Transaction,
    what: TypedProgram<I>,
    input: z.input<I>,
    as: Partial<Access> = {},
    dueAt?: string,
  ): Promise<Id<'run'>> => {
    const context = { tx, access: { ...access, ...as }, record: () => {} }
    return enqueueRun(context, what, { input, ...(dueAt && { dueAt }) })
  }
}

/** Looks again and again until it is there; fails with what was seen last. */
export async function waitFor<T>(look: () => Promise<{ isThere: boolean; seen: T }>): Promise<T> {
  const untilMs = Date.now() + WAIT_MS_MAX
  for (;;) {
    const { isThere, seen } = await look()
    if (isThere) return seen
    ok(
      Date.now() < untilMs,
      `it did not come about: ${JSON.stringify(seen, (_key, value) => (typeof value === 'bigint' ? String(value) : value))}`,
    )
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** Doors that a test opens, by name: whoever waits at one goes on. */
export function gates(): (name: string) => PromiseWithResolvers<void> {
  const known = new Map<string, PromiseWithResolvers<void>>()
  return (name) => {
    const found = known.get(name) ?? Promise.withResolvers<void>()
    known.set(name, found)
    return found
  }
}

/** Waits at the gate of its word, and goes on; says in `done` what it did. */
export function waitingProgram(done: string[], gate: ReturnType<typeof gates>) {
  return program({
    name: 'test.wait-there',
    title: () => sameInAll('Waits'),
    input: z.strictObject({ word: z.string().max(40) }),
    async run({ word }, work) {
      await work.read('wait', z.null(), async () => {
        done.push(`${word} waits`)
        await gate(word).promise
        return null
      })
      await work.read('after', z.null(), async () => {
        done.push(`${word} goes on`)
        return null
      })
      return {}
    },
  })
}
