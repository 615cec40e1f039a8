import { z } from 'zod'
import { givenInstant } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleEntity } from '#server/modules/entities/index.ts'
import { readInstantAndId } from './audit-cursors.ts'
import { COUNTED_MAX, countLines, pageOfLines } from './audit-queries.ts'
import { AuditLine, Outcome } from './schema.ts'

const ORDER = ['at', 'id']

/** Reading it leaves no line itself: each page that somebody turns would push the lines they look for further down. */
export const listLines = operation({
  name: 'audit.list-lines',
  summary: 'Pages through the audit, newest first: who did what, by which door, and what came of it.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'audit.read-lines',
  risk: 'none',
  input: z.strictObject({
    actorId: z
      .string()
      .max(60)
      .optional()
      .describe('Who did it: the id of a person, a key or a run; or "machine".'),
    operation: z.string().max(120).optional().describe('What was invoked, as in businesses.create-business.'),
    subjectId: z.string().max(60).optional().describe('What was changed, by its id.'),
    outcome: Outcome.optional(),
    from: givenInstant().optional().describe('Not before this instant.'),
    to: givenInstant().optional().describe('Before this instant.'),
    ...PageFields,
  }),
  output: pageOf(AuditLine).extend({
    total: z.int().describe(`Lines that the filter finds; where there are more, ${COUNTED_MAX + 1}.`),
  }),
  examples: async (factory) => {
    const { id: subjectId } = await exampleEntity(factory)
    return [{ subjectId }, { operation: 'entities.create-entity', outcome: 'done' as const, limit: 1 }]
  },
  async handle({ cursor, limit, ...filter }, { tx }) {
    const after = readInstantAndId(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfLines(tx, filter, { after, limit: limit + 1 }),
      countLines(tx, filter),
    ])
    const page = pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ key }) => key })
    return { ...page, items: page.items.map(({ line }) => line) }
  },
})
