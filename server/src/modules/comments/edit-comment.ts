import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import { WRITE, exampleComment } from './add-comment.ts'
import { asShown } from './as-shown.ts'
import { checkMentions } from './check-mentions.ts'
import { setBody } from './comments-queries.ts'
import { commentToChange, told } from './own-comment.ts'
import { editedSince, notYours } from './problems.ts'
import { BODY_MAX, Comment, body } from './schema.ts'

export function editComment(means: SubjectMeans) {
  return operation({
    name: 'comments.edit-comment',
    summary:
      'Changes the words of a comment of your own. It is marked as edited; the audit keeps the earlier words.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: WRITE,
    risk: 'none',
    input: z.strictObject({
      commentId: id('comment'),
      body: body(),
      revision: z.int().min(1).optional().describe('Refused where it was edited since this revision.'),
    }),
    output: z.strictObject({
      comment: Comment,
      earlierBody: z.string().max(BODY_MAX).describe('Its words until now.'),
    }),
    examples: async (factory) => [
      { commentId: (await exampleComment(means, factory)).id, body: 'Settled.', revision: 1 },
    ],
    undo: ({ commentId }, { comment, earlierBody }) => ({
      operation: 'comments.edit-comment',
      input: { commentId, body: earlierBody, revision: comment.revision },
    }),
    async handle({ commentId, body: words, revision }, context) {
      const { tx, actor, record } = context
      const { row, ...found } = await commentToChange(context, { id: commentId, means })
      if (row.actor_id !== actor.id) throw notYours(commentId)
      if (revision !== undefined && revision !== row.revision)
        throw editedSince({ id: commentId, seen: revision, revision: row.revision })
      const mentioned = await checkMentions(tx, found, { body: words, means })
      const edited = present(await setBody(tx, { id: commentId, body: words, mentioned }), 'the edited row')
      const { commentId: of, ...where } = told(row)
      record({
        type: 'comments.comment-edited',
        ...where,
        before: { revision: row.revision },
        after: {
          commentId: of,
          revision: edited.revision,
          mentioned: mentioned.filter((person) => !row.mentioned.includes(person)),
        },
      })
      const [comment] = await asShown(tx, [edited], { actorId: actor.id, canModerate: () => false })
      return { comment: present(comment, 'the comment'), earlierBody: row.body }
    },
  })
}
