import { coverageOf, type Access, type Coverage } from '#server/catalogue/access.ts'
import { findOperation } from '#server/catalogue/find-operation.ts'
import { standingFor } from '#server/catalogue/standing.ts'
import type { Subject } from './subject.ts'
import type { SubjectKind, SubjectMeans } from './subject-kind.ts'

/** Whose eyes: the grants, and by which ids they are known. */
export type Eyes = Pick<Access, 'grants'> & { ids: readonly string[] }

/**
 * Whether these eyes may see a subject under one more permission. Row-level security says the same of whoever asks; this
 * also says it of others, without acting in their name.
 */
export function sees(
  { grants, ids }: Eyes,
  given: { subject: Subject; kind: SubjectKind; permission: string; operations: SubjectMeans['operations'] },
): boolean {
  const { subject, kind, permission, operations } = given
  const isTheirs = ids.some((id) => subject.people.includes(id))
  const isCovered = (wanted: string) => {
    const coverage = coverageOf({ grants }, wanted)
    return coverage !== undefined && (isTheirs || coversAll(coverage, subject.needs))
  }
  if (!isCovered(kind.permission) || !isCovered(permission)) return false
  if (subject.operation === null || isTheirs) return true
  const also = findOperation(operations, subject.operation)
  return also !== undefined && standingFor({ grants }, also) !== undefined
}

function coversAll(coverage: Coverage, needs: Subject['needs']): boolean {
  if (coverage.isWhole) return true
  return needs !== null && needs.every((some) => some.some((id) => coverage.ids.includes(id)))
}
