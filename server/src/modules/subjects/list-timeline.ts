import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { actorKind, id, instant } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { withinCoverage } from '#server/catalogue/within-coverage.ts'
import type { Access } from '#server/catalogue/access.ts'
import { TIMELINE_SORTS, countTimeline, pageOfTimeline, type TimelineRow } from './timeline-queries.ts'
import { findSubject } from './find-subject.ts'
import { exampleSubject, subjectId } from './subject-id.ts'
import type { SubjectMeans } from './subject-kind.ts'

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

const PERMISSION = 'subjects.read'

export function listTimeline(means: SubjectMeans) {
  return operation({
    name: 'subjects.list-timeline',
    summary:
      'Pages through all that happened to a business, an entity, a KPI, an entry, a run or an approval, the newest first: who did what by which door, and what changed.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: PERMISSION,
    risk: 'none',
    input: z.strictObject({ subjectId: subjectId(means), ...PageFields }),
    output: pageOf(TimelineEvent),
    examples: async (factory) => {
      const about = await exampleSubject(means, factory)
      return [{ subjectId: about }, { subjectId: about, limit: 1 }]
    },
    async handle({ subjectId: about, cursor, limit }, context) {
      const { tx, access } = context
      await findSubject(context, { id: about, permission: PERMISSION, means })
      const of = { subjectId: about, permissions: openPermissions(means, present(access, 'somebody reads')) }
      const order = TIMELINE_SORTS.order({ sort: 'at', descending: true })
      const [{ rows, names }, total] = await Promise.all([
        pageOfTimeline(tx, of, { order, cursor, limit: limit + 1 }),
        countTimeline(tx, of),
      ])
      const page = pageFrom(rows, { limit, order: order.names, total, keyOf: ({ key }) => key })
      return { ...page, items: page.items.map((row) => eventOf(row, names)) }
    },
  })
}

/** With which permissions events are seen, of those that cover no less than the timeline does. */
function openPermissions({ operations }: SubjectMeans, access: Access): string[] {
  const seen = [...new Set(operations().map(({ seenWith }) => seenWith))]
  const each = seen.map((permission) => ({ permission }))
  return withinCoverage(PERMISSION, each, access).map(({ permission }) => permission)
}

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
