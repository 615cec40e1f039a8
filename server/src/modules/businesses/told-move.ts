import { z } from 'zod'
import { actorKind, day, id, instant, prose } from '#server/catalogue/fields.ts'
import { ATTRIBUTES } from './history-queries.ts'

const Value = z.strictObject({
  id: z.string().max(40).describe('The stage, or the id of the entity, category or person.'),
  name: z.string().max(200).nullable().describe('As it is called now; null where it is not open to you.'),
})

/** A move as lists tell it. */
export const ToldMove = z
  .strictObject({
    id: id('business_move'),
    attribute: z.enum(ATTRIBUTES),
    from: Value.nullable().describe('What stands before it in the history; null where that is nothing.'),
    to: Value.nullable().describe('Null where it has none from then on.'),
    effectiveOn: day().describe('The day from which it holds.'),
    recordedAt: instant(),
    decidedBy: z.strictObject({
      kind: actorKind(),
      id: z.string().max(60),
      name: z.string().max(200).nullable().describe('As it is now; null where it is not known any more.'),
    }),
    evidence: prose(4000),
    reason: prose(1000),
    withdrawnAt: instant().nullable().describe('When it was taken back; it counts for nothing since.'),
  })
  .meta({ id: 'BusinessMove' })
