import type { Consolidated } from './consolidated-lines.ts'
import type { ConsolidationInput } from './consolidation-model.ts'
import { heldOn } from './group-ownership.ts'
import type { Noted } from './note-sentences.ts'

const NOTES_MAX = 500

export function notesOf({ members, ownership, to }: ConsolidationInput, made: Consolidated): Noted[] {
  const silent = [...members.values()].filter(
    ({ id, bookId }) => bookId === null && ['full', 'equity'].includes(heldOn(ownership, id, to).method),
  )
  const different = new Set(
    made.lines.flatMap(({ kind, entityId }) => (kind === 'elimination:difference' ? [entityId] : [])),
  )
  const lost = new Set(
    made.lines.flatMap(({ kind, partnerId }) => (kind === 'deconsolidation' && partnerId ? [partnerId] : [])),
  )
  return [
    ...(made.differenceMinor === 0n ? [] : [{ code: 'unbalanced' as const, entityId: null }]),
    ...silent.map(({ id }) => ({ code: 'no-book' as const, entityId: id })),
    ...[...different].map((entityId) => ({ code: 'difference' as const, entityId })),
    ...[...lost].map((entityId) => ({ code: 'control-lost' as const, entityId })),
    ...made.noted,
  ].slice(0, NOTES_MAX)
}
