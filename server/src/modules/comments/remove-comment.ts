import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { WRITE, exampleComment } from './add-comment.ts'
import { setRemoved } from './comments-queries.ts'
import { checkRemover, commentToChange, told } from './own-comment.ts'

export function removeComment(means: SubjectMeans) {
  return operation({
    name: 'comments.remove-comment',
    summary:
      'Takes a comment away: your own, or with the permission to moderate anybody’s. It can be brought back.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: WRITE,
    risk: 'none',
    input: z.strictObject({ commentId: id('comment') }),
    output: z.strictObject({ commentId: id('comment') }),
    examples: async (factory) => [{ commentId: (await exampleComment(means, factory)).id }],
    undo: (_input, { commentId }) => ({ operation: 'comments.restore-comment', input: { commentId } }),
    async handle({ commentId }, context) {
      const { row } = await commentToChange(context, { id: commentId, means })
      checkRemover(context, row)
      await setRemoved(context.tx, commentId, context.actor.id)
      const { commentId: of, ...where } = told(row)
      context.record({ type: 'comments.comment-removed', ...where, before: { commentId: of } })
      return { commentId }
    },
  })
}
