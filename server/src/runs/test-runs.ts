import { ok } from 'node:assert/strict'
import { present } from '#kernel/assert.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import type { z } from 'zod'
import type { Access } from '#server/catalogue/access.ts'
import { atEnd } from '#server/database/at-end.ts'
import { RUNS, openSignals } from '#server/database/signals.ts'
import { OWNER, testWay } from '#server/test-system.ts'
import { enqueueRun } from './enqueue-run.ts'
import type { Program, TypedProgram } from './program.ts'
import { startWorker, type Worker } from './worker.ts'

const WAIT_MS_MAX = 20_000
const LOOK_EVERY_MS = 5

/** A founded studio whose runs are worked by workers of the test's own. */
export async function testRuns() {
  const way = await testWay()
  const { database, invoke, call, machineKey } = way
  await call('identity.found-studio', OWNER)
  const me = await call('identity.get-me', {}, machineKey)
  const studioId = idFrom('studio', Object(me['studio']).id)
  const records = await database.look()
  const signals = openSignals(database.configFor('app'))
  atEnd(() => signals.close())
  const access: Access = {
    studioId,
    personId: undefined,
    actor: { kind: 'machine', id: 'machine', name: 'This machine' },
    grants: [],
    epoch: 1n,
    expiresAtMs: Number.POSITIVE_INFINITY,
  }
  const logged: unknown[] = []

  async function look(runId: Id<'run'>) {
    const { rows } = await records.query('select * from run where id = $1', [runId])
    return present(rows[0], `no run ${runId}`)
  }

  return {
    ...way,
    studioId,
    records,
    logged,
    work(programs: readonly Program[], leaseMs?: number): Worker {
      const log = (error: unknown) => void logged.push(error)
      const worker = startWorker({
        database: database.app,
        signals,
        invoke,
        programs,
        log,
        ...(leaseMs && { leaseMs }),
      })
      atEnd(() => worker.close())
      return worker
    },
    async enqueue<I extends z.ZodObject>(
      program: TypedProgram<I>,
      input: z.input<I>,
      as: Partial<Access> = {},
      dueAt?: string,
    ): Promise<Id<'run'>> {
      return database.app.write({ studioId, coverage: '*' }, (tx) =>
        enqueueRun({ tx, access: { ...access, ...as }, record: () => {} }, program, {
          input,
          ...(dueAt && { dueAt }),
        }),
      )
    },
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
