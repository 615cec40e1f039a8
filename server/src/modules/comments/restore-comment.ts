import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { WRITE, exampleComment } from './add-comment.ts'
import { setRemoved } from './comments-queries.ts'
import { mayModerate } from './may-moderate.ts'
import { commentToChange, told } from './own-comment.ts'
import { notYoursToRemove } from './problems.ts'
import { removeComment } from './remove-comment.ts'
import { present } from '#kernel/assert.ts'

export function restoreComment(means: SubjectMeans) {
  return operation({
    name: 'comments.restore-comment',
    summary: 'Brings back a comment that you removed, or with the permission to moderate any, as it was.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: WRITE,
    risk: 'none',
    input: z.strictObject({ commentId: id('comment') }),
    output: z.strictObject({ commentId: id('comment') }),
    examples: async (factory) => {
      const { id: commentId } = await exampleComment(means, factory)
      return [await factory.invoke(removeComment(means), { commentId })]
    },
    undo: (_input, { commentId }) => ({ operation: 'comments.remove-comment', input: { commentId } }),
    async handle({ commentId }, context) {
      const { row } = await commentToChange(context, { id: commentId, means, isRemoved: true })
      const access = present(context.access, 'somebody')
      // What a moderator took away is not brought back by who wrote it.
      if (row.removed_by !== context.actor.id && !mayModerate(access, WRITE))
        throw notYoursToRemove(commentId)
      await setRemoved(context.tx, commentId, null)
      const { commentId: of, ...where } = told(row)
      context.record({ type: 'comments.comment-restored', ...where, after: { commentId: of } })
      return { commentId }
    },
  })
}
