import type { z } from 'zod'
import { assert, present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { Access, Actor } from '#server/catalogue/access.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { RUNS } from '#server/database/signals.ts'
import { shortTitle, type TypedProgram } from './program.ts'

const INSERT = `insert into run (id, studio_id, program, title, input, requester_kind, requester_id, requester_name,
    person_id, business_id, due_at, title_said)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11, now()), $12)`
const NAME_LENGTH_MAX = 200

/**
 * Puts a run into the caller's transaction: it exists if, and only if, that commits, and is then begun at once. It acts
 * as whoever invoked the operation that is being handled, or as whoever stands behind them.
 */
export async function enqueueRun<I extends z.ZodObject>(
  context: Pick<CallContext, 'tx' | 'record'> & {
    /** Where nobody has access (a studio is being founded, a run enqueues another): who is to have asked. */
    access: Pick<Access, 'studioId' | 'actor' | 'onBehalfOf'> | undefined
  },
  program: TypedProgram<I>,
  given: {
    input: z.input<I>
    businessId?: Id<'business'>
    /** Not before this instant, ISO 8601. */
    dueAt?: string
    /** Instead of the caller: an accepted invocation runs as whoever asked for it. */
    requester?: Actor
  },
): Promise<Id<'run'>> {
  const access = present(context.access, 'a run belongs to a studio')
  const { studioId, actor, onBehalfOf } = access
  const requester = given.requester ?? onBehalfOf ?? actor
  assert(
    ['person', 'api-key', 'machine', 'system'].includes(requester.kind),
    `${requester.kind} asks for no run`,
  )
  const id = newId('run')
  const said = shortTitle(program.title(given.input))
  await context.tx.prepared(INSERT, [
    id,
    studioId,
    program.name,
    said.en,
    JSON.stringify(given.input),
    requester.kind,
    requester.id,
    requester.name.slice(0, NAME_LENGTH_MAX),
    requester.kind === 'person' ? requester.id : null,
    given.businessId ?? null,
    given.dueAt ?? null,
    said,
  ])
  context.record({
    type: 'runs.run-queued',
    subjectId: id,
    ...(given.businessId && { businessId: given.businessId }),
    after: { program: program.name, title: said.en },
  })
  context.tx.announce(RUNS, studioId)
  return id
}
