import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleSubject, findSubject, subjectId, type SubjectMeans } from '#server/modules/subjects/index.ts'
import { asShown } from './as-shown.ts'
import { checkMentions } from './check-mentions.ts'
import { insertComment } from './comments-queries.ts'
import { mayModerate } from './may-moderate.ts'
import { Comment, body } from './schema.ts'

export const WRITE = 'comments.write'

export function addComment(means: SubjectMeans) {
  return operation({
    name: 'comments.add-comment',
    summary:
      'Says something about a business, an entity, a KPI, a run or an approval, to everybody who may see it; people can be mentioned.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: WRITE,
    risk: 'none',
    input: z.strictObject({ subjectId: subjectId(means), body: body() }),
    output: Comment,
    examples: async (factory) => [
      { subjectId: await exampleSubject(means, factory), body: 'Who talks to them about the licence?' },
    ],
    undo: (_input, { id }) => ({ operation: 'comments.remove-comment', input: { commentId: id } }),
    async handle({ subjectId: about, body: words }, context) {
      const { tx, record, actor } = context
      const access = present(context.access, 'somebody comments')
      const found = await findSubject(context, { id: about, permission: WRITE, means })
      const mentioned = await checkMentions(tx, found, { body: words, means })
      const id = newId('comment')
      const { business_id } = found.subject
      const row = await insertComment(tx, {
        id,
        studio_id: access.studioId,
        subject_id: about,
        business_id,
        body: words,
        mentioned,
        actor_kind: actor.kind,
        actor_id: actor.id,
      })
      // Of the subject, so that it stands in its timeline; the words are read where they are, or not any more.
      record({
        type: 'comments.comment-added',
        subjectId: about,
        ...(business_id !== null && { businessId: business_id }),
        after: { commentId: id, mentioned },
      })
      const canModerate = mayModerate(access, WRITE)
      const [shown] = await asShown(tx, [present(row, 'the row that was written')], {
        actorId: actor.id,
        canModerate: () => canModerate,
      })
      return present(shown, 'the comment')
    },
  })
}

export function exampleComment(
  means: SubjectMeans,
  factory: Parameters<ReturnType<typeof addComment>['examples']>[0],
) {
  const add = addComment(means)
  return add.examples(factory).then(([example]) => factory.invoke(add, add.types.input.parse(example)))
}
