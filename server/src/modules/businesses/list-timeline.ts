import { z } from 'zod'
import { actorKind, id, instant } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBusiness } from './example-business.ts'
import { TIMELINE_SORTS, countTimeline, pageOfTimeline, type TimelineRow } from './timeline-queries.ts'
import { updateBusiness } from './update-business.ts'

const Fields = z.record(z.string().max(200), z.unknown())

const Actor = z.strictObject({
  kind: actorKind(),
  id: z.string().max(60),
  name: z
    .string()
    .max(200)
    .nullable()
    .describe('As it is now; null where it is not known, or not open to you.'),
})

const TimelineEvent = z
  .strictObject({
    id: id('event'),
    at: instant(),
    type: z.string().max(120).describe('What happened: "businesses.business-updated".'),
    actor: Actor,
    onBehalfOf: Actor.nullable().describe('For a run: who asked for it.'),
    operation: z
      .string()
      .max(120)
      .nullable()
      .describe('By which operation; null for what a run told itself.'),
    door: z.string().max(20).nullable(),
    before: Fields.nullable(),
    after: Fields.nullable(),
    reason: z.string().max(1000).nullable(),
  })
  .meta({ id: 'TimelineEvent' })

export const listTimeline = operation({
  name: 'businesses.list-timeline',
  summary:
    'Pages through all that happened to a business, the newest first: who did what by which door, and what changed.',
  effect: 'read',
  scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({ businessId: id('business'), ...PageFields }),
  output: pageOf(TimelineEvent),
  examples: async (factory) => {
    const { id: businessId } = await exampleBusiness(factory)
    await factory.invoke(updateBusiness, { businessId, name: 'Renamed', reason: 'It is a brand now.' })
    return [{ businessId }, { businessId, limit: 1 }]
  },
  async handle({ businessId, cursor, limit }, { tx }) {
    const of = { subjectId: businessId, permission: 'businesses.read' }
    const order = TIMELINE_SORTS.order({ sort: 'at', descending: true })
    const [{ rows, names }, total] = await Promise.all([
      pageOfTimeline(tx, of, { order, cursor, limit: limit + 1 }),
      countTimeline(tx, of),
    ])
    const page = pageFrom(rows, { limit, order: order.names, total, keyOf: ({ key }) => key })
    return { ...page, items: page.items.map((row) => eventOf(row, names)) }
  },
})

function eventOf(row: TimelineRow, names: ReadonlyMap<string, string>): z.output<typeof TimelineEvent> {
  const { before, after } = Data.parse(row.data)
  const { on_behalf_of: asker } = row
  const actor = row.actor_id === null ? { id: row.run_id ?? 'system' } : { id: row.actor_id }
  return {
    id: row.id,
    at: row.at,
    type: row.type,
    actor: {
      ...actor,
      kind: row.actor_kind ?? (row.run_id ? 'run' : 'system'),
      name: names.get(actor.id) ?? null,
    },
    onBehalfOf: asker === null ? null : { id: asker, kind: kindOf(asker), name: names.get(asker) ?? null },
    operation: row.operation,
    door: row.door,
    before: before ?? null,
    after: after ?? null,
    reason: typeof after?.['reason'] === 'string' ? after['reason'] : null,
  }
}

/** An event keeps what was recorded of it; secrets never come that far. */
const Data = z.object({ before: Fields.nullish(), after: Fields.nullish() })

const KINDS: Record<string, 'person' | 'api-key' | 'run' | 'machine' | 'system'> = {
  per: 'person',
  key: 'api-key',
  run: 'run',
  mac: 'machine',
}

function kindOf(actorId: string) {
  return KINDS[actorId.slice(0, 3)] ?? 'system'
}
