import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { readWholeNumbers } from './audit-cursors.ts'
import { findLine, pageOfChanges } from './audit-queries.ts'
import { exampleLine } from './example-line.ts'
import { lineNotFound } from './problems.ts'
import { AuditChange } from './schema.ts'

const ORDER = ['place']

export const listChanges = operation({
  name: 'audit.list-changes',
  summary: 'Pages through what one line of the audit changed, row by row: a bulk change has thousands.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'audit.read-lines',
  risk: 'none',
  input: z.strictObject({ lineId: id('audit_line'), ...PageFields }),
  output: pageOf(AuditChange),
  examples: async (factory) => [{ lineId: await exampleLine(factory), limit: 1 }],
  async handle({ lineId, cursor, limit }, { tx }) {
    const after = readWholeNumbers(cursor, ORDER)?.[0] ?? 0
    const [found, rows] = await Promise.all([
      findLine(tx, lineId),
      pageOfChanges(tx, lineId, { after, limit: limit + 1 }),
    ])
    if (!found) throw lineNotFound(lineId)
    const total = found.line.changeCount
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: () => [String(after + limit)] })
  },
})
