import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, onlyIds, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { invalidCursor } from '#server/catalogue/problems.ts'
import { Stake, day } from './ownership-schema.ts'
import { countSpans, pageOfStakes } from './stakes-queries.ts'

/** What stakes and judgements are narrowed by. */
export const SpanFilterFields = {
  entityId: id('entity').optional().describe('Only those in this entity.'),
  ownerEntityId: id('entity').optional().describe('Only those that this entity holds.'),
  ownerHolderId: id('holder').optional().describe('Only those that this holder holds.'),
  on: day().optional().describe('Only those that hold on this day.'),
  withdrawn: z.boolean().default(false).describe('True shows those that were withdrawn instead.'),
}
const ORDER = ['from', 'id']

export const listStakes = operation({
  name: 'entities.list-stakes',
  summary: 'Pages through stakes, the newest first: of an entity, of an owner, on a day.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'entities.read',
  risk: 'none',
  resolves: 'stake',
  input: z.strictObject({ ids: onlyIds('stake'), ...SpanFilterFields, ...PageFields }),
  output: pageOf(Stake),
  examples: async () => [{}, { on: '2025-01-01', limit: 1 }, { withdrawn: true }],
  async handle({ cursor, limit, ownerEntityId, ownerHolderId, ...given }, { tx }) {
    const filter = { ...given, ownerId: ownerEntityId ?? ownerHolderId }
    const after = readDayCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfStakes(tx, filter, { after, limit: limit + 1 }),
      countSpans(tx, 'stake', filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: (stake) => [stake.from, stake.id] })
  },
})

/** A cursor that begins with a day; one that was made up is refused and never reaches the database. */
export function readDayCursor(cursor: string | undefined, order: readonly string[]): string[] | undefined {
  const after = readCursor(cursor, order)
  if (after && !day().safeParse(after[0]).success) throw invalidCursor(cursor ?? '')
  return after
}
