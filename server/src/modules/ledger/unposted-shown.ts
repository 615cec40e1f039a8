import { assert, present } from '#kernel/assert.ts'
import { idFrom } from '#kernel/ids.ts'
import type { UnpostedRow } from './unposted-queries.ts'
import {
  DraftContent,
  type Draft,
  type DraftSummary,
  type PendingEntry,
  type PendingSummary,
  type UnpostedLine,
} from './unposted-schema.ts'

export function draftSummary(row: UnpostedRow): DraftSummary {
  const { state, revision } = row
  assert(state !== 'expired', 'a draft does not run out')
  return { id: idFrom('draft', row.id), state, revision, ...sharedOf(row) }
}

export function draftShown(row: UnpostedRow): Draft {
  return { ...draftSummary(row), lines: linesOf(row) }
}

export function pendingSummary(row: UnpostedRow): PendingSummary {
  const { id, state, expiresAt, holds } = row
  const until = present(expiresAt, 'what is pending runs out')
  return { id: idFrom('pending_entry', id), state, expiresAt: until, ...sharedOf(row), holds }
}

export function pendingShown(row: UnpostedRow): PendingEntry {
  return { ...pendingSummary(row), lines: linesOf(row) }
}

function sharedOf(row: UnpostedRow) {
  const { bookId, effectiveOn, memo, source, externalId, lineCount, sums } = row
  const { createdAt, changedAt, actor, entryId } = row
  const what = { bookId, effectiveOn, memo, source, externalId, lineCount, sums }
  return { ...what, createdAt, changedAt, actor, entryId }
}

function linesOf({ content }: UnpostedRow): UnpostedLine[] {
  return DraftContent.parse(content).lines.map(({ debit = null, credit = null, currency = null, ...line }) =>
    Object.assign(line, { debit, credit, currency }),
  )
}
