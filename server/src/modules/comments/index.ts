import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { addComment } from './add-comment.ts'
import { editComment } from './edit-comment.ts'
import { listComments } from './list-comments.ts'
import { listMentionable } from './list-mentionable.ts'
import { removeComment } from './remove-comment.ts'
import { restoreComment } from './restore-comment.ts'

export { addComment } from './add-comment.ts'
export { commentsKinds } from './notification-kinds.ts'

export function commentsOperations(means: SubjectMeans) {
  return [
    addComment(means),
    editComment(means),
    listComments(means),
    listMentionable(means),
    removeComment(means),
    restoreComment(means),
  ]
}
