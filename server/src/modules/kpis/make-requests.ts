import { newId, type Id } from '#kernel/ids.ts'
import type { Actor } from '#server/catalogue/access.ts'
import { SYSTEM } from '#server/catalogue/write-call.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { assert } from '#kernel/assert.ts'
import { tokenHash } from '#server/modules/identity/index.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import type { KpisMeans } from './kpis-means.ts'
import { mailRequest } from './mail-request.ts'
import { ASKS_MAX } from './request-schema.ts'
import { insertRequest, type DueAsk } from './requests-queries.ts'

export const LIFETIME_DAYS = 14

/** One link for each person, with all that they are asked for; and where that is more than a sitting, several. Each is mailed. */
export async function makeRequests(
  { tx, record, actor, studioId }: Pick<CallContext, 'tx' | 'record' | 'actor'> & { studioId: Id<'studio'> },
  means: KpisMeans,
  asks: readonly DueAsk[],
): Promise<{ requestId: Id<'kpi_request'>; personId: Id<'person'>; asks: number }[]> {
  const made = batches(asks)
  for (const { id, personId, asked } of made) {
    await insertRequest(
      tx,
      {
        id,
        studio_id: studioId,
        person_id: personId,
        token_hash: tokenHash(means.links.tokenOf('answer', id)),
        asked_by_kind: kindOf(actor),
        asked_by: actor.id,
        expires_at: new Date(Date.now() + LIFETIME_DAYS * 86_400_000).toISOString(),
      },
      asked,
    )
    record({ type: 'kpis.values-requested', subjectId: id, after: { personId, asks: asked.length } })
    // It is mailed by IZA OS itself, also when whoever asked has lost their rights by then.
    const input = { requestId: id }
    const access = { studioId, actor: SYSTEM }
    await enqueueRun({ tx, record, access }, mailRequest(means), { input })
  }
  return made.map(({ id, personId, asked }) => ({ requestId: id, personId, asks: asked.length }))
}

function batches(asks: readonly DueAsk[]) {
  return [...Map.groupBy(asks, ({ person_id }) => person_id)].flatMap(([personId, all]) =>
    Array.from({ length: Math.ceil(all.length / ASKS_MAX) }, (_nothing, at) => ({
      id: newId('kpi_request'),
      personId,
      asked: all.slice(at * ASKS_MAX, (at + 1) * ASKS_MAX),
    })),
  )
}

function kindOf({ kind }: Actor) {
  assert(kind !== 'nobody', 'nobody asks for values')
  return kind
}
