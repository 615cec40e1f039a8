import { present } from '#kernel/assert.ts'
import type { Access } from '#server/catalogue/access.ts'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import { withinCoverage } from '#server/catalogue/within-coverage.ts'
import type { Transaction } from '#server/database/database.ts'
import { sees, type Eyes } from './sees.ts'
import type { Subject } from './subject.ts'
import { kindOf } from './subject-id.ts'
import type { SubjectKind, SubjectMeans } from './subject-kind.ts'
import { findCovered } from './subjects-queries.ts'

export interface FoundSubject {
  subject: Subject
  kind: SubjectKind
}

/**
 * The subject, under the permission of whatever is asked of it. Throws `catalogue.not-found` where it is not there, not
 * covered, or not to be read by whoever asks: the same answer for all three.
 */
export async function findSubject(
  { tx, access: given }: { tx: Transaction; access: Access | undefined },
  { id, permission, means }: { id: string; permission: string; means: SubjectMeans },
): Promise<FoundSubject> {
  const access = present(given, 'somebody asks')
  const kind = kindOf(openKinds(means, permission, access), id)
  const subject = kind && (await findCovered(tx, kind, id))
  const { operations } = means
  if (!subject || !sees(eyesOf(access), { subject, kind, permission, operations })) throw notOpenToYou(id)
  return { subject, kind }
}

/** Kinds that may be shown under the permission: what covers less must not be gone round by it. */
export function openKinds(means: SubjectMeans, permission: string, access: Access): SubjectKind[] {
  return withinCoverage(permission, means.kinds, access)
}

export function eyesOf({ actor, onBehalfOf, personId, personBehind, grants }: Access): Eyes {
  const ids = [actor.id, onBehalfOf?.id, personId, personBehind].flatMap((id) => id ?? [])
  return { grants, ids }
}
