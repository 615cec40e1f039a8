import type { Consolidated } from './consolidated-lines.ts'
import type { ConsolidationInput } from './consolidation-model.ts'
import { isStakeValued } from './earlier-stake.ts'
import { controlRun, heldOn } from './group-ownership.ts'
import type { Noted } from './note-sentences.ts'

const NOTES_MAX = 500

export function notesOf(input: ConsolidationInput, made: Consolidated): Noted[] {
  const { members, ownership, to } = input
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
    ...[...lost].map((entityId) => ({ code: lostCode(entityId, input), entityId })),
    ...made.noted,
  ].slice(0, NOTES_MAX)
}

function lostCode(entityId: string, input: ConsolidationInput): Noted['code'] {
  const { ownership, from, to } = input
  const lostOn = controlRun(ownership, entityId, to)?.endedOn ?? to
  const holderIds = heldOn(ownership, entityId, lostOn).holders.map(({ id }) => id)
  const isValued = isStakeValued({ entityId, on: lostOn }, holderIds, {
    given: input,
    moment: { on: to, from },
  })
  return isValued ? 'control-lost-valued' : 'control-lost'
}
