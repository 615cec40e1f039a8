import { z } from 'zod'
import { actorKind, id, instant, line } from '#server/catalogue/fields.ts'
import { RunStatus } from '#server/runs/run-states.ts'

const COUNT_MAX = Number.MAX_SAFE_INTEGER

export const Run = z
  .strictObject({
    id: id('run'),
    title: line(200),
    program: z.string().max(120).describe('What it does, as `module.verb-noun`.'),
    status: RunStatus,
    requester: z.strictObject({ kind: actorKind(), id: z.string().max(40), name: line(200) }),
    businessId: id('business').nullable(),
    progress: z
      .strictObject({
        done: z.number().max(COUNT_MAX),
        total: z.number().max(COUNT_MAX).describe('0 while it is not known.'),
        note: z.string().max(200).nullable(),
      })
      .nullable(),
    problem: z
      .strictObject({ code: z.string().max(120), message: z.string().max(4000) })
      .nullable()
      .describe('Why it failed, or why it waits for its next try.'),
    result: z.record(z.string(), z.unknown()).nullable(),
    failures: z.int().describe('Tries in a row that did not come to an end.'),
    repeatsEveryS: z.int().nullable().describe('Set on a standing run: seconds between its passes.'),
    passes: z.int().describe('How often a standing run came to its end.'),
    isCancelling: z.boolean().describe('Somebody cancelled it, and its present step is not at its end yet.'),
    createdAt: instant(),
    dueAt: instant().describe('It does not begin, or go on, before.'),
    startedAt: instant().nullable(),
    endedAt: instant().nullable(),
  })
  .meta({ id: 'Run' })
export type Run = z.output<typeof Run>

export const RunStep = z
  .strictObject({
    name: z.string().max(120),
    kind: z
      .enum(['read', 'transact', 'send', 'once', 'invoke', 'sleep'])
      .describe(
        'read: repeated after a crash · transact, invoke: in one transaction with its effect · send: again with the same key · once: never again.',
      ),
    state: z.enum(['intended', 'done']),
    intendedAt: instant(),
    endedAt: instant().nullable(),
  })
  .meta({ id: 'RunStep' })
