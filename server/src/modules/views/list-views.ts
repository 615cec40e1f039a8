import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { coverageOf, type Access } from '#server/catalogue/access.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findOperation, type OperationsOf } from '#server/catalogue/find-operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { View } from './schema.ts'
import { closedFilters, idsIn } from './stored-read.ts'
import { countViews, pageOfViews, type ViewRow } from './views-queries.ts'

const ORDER = ['name', 'id']

export function listViews(operations: OperationsOf) {
  return operation({
    name: 'views.list-views',
    summary:
      'Pages through your own views and those shared with the studio, by name, and says which are open to you.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    input: z.strictObject({
      operation: z.string().max(120).optional().describe('Only views of this read.'),
      ...PageFields,
    }),
    output: pageOf(View),
    examples: async () => [{}, { operation: 'businesses.list-businesses', limit: 1 }],
    async handle({ operation: read, cursor, limit }, { tx, access }) {
      const after = readCursor(cursor, ORDER)
      const [rows, total] = await Promise.all([
        pageOfViews(tx, { operation: read, after, limit: limit + 1 }),
        countViews(tx, { operation: read }),
      ])
      const page = pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ name, id }) => [name, id] })
      const isOpen = await openOnes(tx, page.items, { operations, access: present(access, 'somebody') })
      const items = page.items.map((row) => ({
        id: row.id,
        name: row.name,
        operation: row.operation,
        input: row.input,
        layout: row.layout,
        isShared: row.is_shared,
        isOwn: row.person_id === access?.personId,
        isOpen: isOpen(row),
      }))
      return { ...page, items }
    },
  })
}

/** Which of them the caller can open: the read is theirs, and so is all that it names. */
async function openOnes(
  tx: Transaction,
  rows: readonly ViewRow[],
  { operations, access }: { operations: OperationsOf; access: Access },
): Promise<(row: ViewRow) => boolean> {
  const coverages = new Map(
    [...new Set(rows.map(({ operation: read }) => read))].map((read) => {
      const found = findOperation(operations, read)
      return [read, found && coverageOf(access, found.permission)]
    }),
  )
  const closed = new Map<string, Set<string>>()
  for (const [read, coverage] of coverages) {
    const ofRead = rows.filter((row) => row.operation === read)
    if (coverage) closed.set(read, await closedFilters(tx, ofRead, coverage))
  }
  return ({ operation: read, input }) => {
    const hidden = closed.get(read)
    return hidden !== undefined && idsIn(input).every((named) => !hidden.has(named))
  }
}
