import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { coverageOf, type Access, type Coverage } from '#server/catalogue/access.ts'
import { closedIds } from '#server/catalogue/standing.ts'
import { findOperation, type OperationsOf } from '#server/catalogue/find-operation.ts'
import { unknownOperation } from '#server/catalogue/problems.ts'
import type { Transaction } from '#server/database/database.ts'
import { filterNotOpen, notARead, readNotOpen } from './problems.ts'

const TOUCHED = /^(?:biz|ent|cat)_[0-9a-z]{26}$/

/** What a view stores: an operation and what it takes. */
export interface StoredRead {
  operation: string
  input: Record<string, unknown>
}

/**
 * Throws where this is no read, its input does not fit, or it is not the caller's to make: what nobody could open is not
 * kept.
 */
export async function checkRead(
  operations: OperationsOf,
  read: StoredRead,
  { tx, access }: { tx: Transaction; access: Access | undefined },
): Promise<void> {
  const operation = findOperation(operations, read.operation)
  if (!operation) throw unknownOperation(read.operation)
  if (operation.effect !== 'read') throw notARead(read.operation)
  operation.prepare(read.input)
  const coverage = coverageOf(present(access, 'a view is made by somebody'), operation.permission)
  if (!coverage) throw readNotOpen(read.operation, operation.permission)
  const closed = await closedFilters(tx, [read], coverage)
  if (closed.size > 0) throw filterNotOpen([...closed])
}

/** Of the entities, categories and businesses that these reads name, those that the caller cannot see. */
export async function closedFilters(
  tx: Transaction,
  reads: readonly StoredRead[],
  coverage: Coverage,
): Promise<Set<string>> {
  const ids = [...new Set(reads.flatMap(({ input }) => idsIn(input)))]
  return ids.length === 0 ? new Set() : closedIds(tx, ids, coverage)
}

export function idsIn(input: Record<string, unknown>): string[] {
  return Object.values(input)
    .flat()
    .flatMap((value) => {
      const text = z.string().safeParse(value)
      return text.success && TOUCHED.test(text.data) ? [text.data] : []
    })
}
