import { Comments } from './comments.tsx'
import { Files } from './files.tsx'
import { SubjectTimeline } from './subject-timeline.tsx'

/** What every subject has: comments, files, and all that happened to it. */
export function SubjectTalk({ subjectId }: { subjectId: string }) {
  return (
    <>
      <Comments subjectId={subjectId} key={`comments ${subjectId}`} />
      <Files subjectId={subjectId} key={`files ${subjectId}`} />
      <SubjectTimeline subjectId={subjectId} key={`timeline ${subjectId}`} />
    </>
  )
}
