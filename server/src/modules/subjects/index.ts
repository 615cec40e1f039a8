import { listTimeline } from './list-timeline.ts'
import type { SubjectMeans } from './subject-kind.ts'

export { findSubject, openKinds, eyesOf, type FoundSubject } from './find-subject.ts'
export { findSubjects, titlesOf } from './find-subjects.ts'
export { sees } from './sees.ts'
export { peopleWhoSee } from './people-who-see.ts'
export { exampleSubject, kindOf, subjectId, subjectIdShown } from './subject-id.ts'
export type { SubjectKind, SubjectMeans } from './subject-kind.ts'

export function subjectsOperations(means: SubjectMeans) {
  return [listTimeline(means)]
}
