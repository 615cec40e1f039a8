import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { ID_PREFIXES } from '#kernel/ids.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import {
  exampleSubject,
  findSubject,
  openKinds,
  subjectId,
  type SubjectMeans,
} from '#server/modules/subjects/index.ts'
import { WRITE } from './add-comment.ts'
import { asShown } from './as-shown.ts'
import { READ } from './check-mentions.ts'
import { countComments, pageOfComments } from './comments-queries.ts'
import { mayModerate } from './may-moderate.ts'
import { Comment } from './schema.ts'

const ORDER = ['newest']

export function listComments(means: SubjectMeans) {
  return operation({
    name: 'comments.list-comments',
    summary:
      'Pages through the comments on one thing, or on all that is open to you, the newest first. Those on approvals are listed with their approval only.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: READ,
    risk: 'none',
    input: z.strictObject({ subjectId: subjectId(means).optional(), ...PageFields }),
    output: pageOf(Comment),
    examples: async (factory) => [{}, { subjectId: await exampleSubject(means, factory), limit: 1 }],
    async handle({ subjectId: about, cursor, limit }, context) {
      const { tx, actor } = context
      const access = present(context.access, 'somebody reads')
      const after = readCursor(cursor, ORDER)
      if (about !== undefined) await findSubject(context, { id: about, permission: READ, means })
      // An approval is open by what it holds, which is asked one by one.
      const kinds = openKinds(means, READ, access).filter(({ noun }) => noun !== 'approval')
      const prefixes = kinds.map(({ noun }) => ID_PREFIXES[noun])
      const of = about === undefined ? { prefixes } : { subjectId: about }
      const [rows, total] = await Promise.all([
        pageOfComments(tx, of, { after, limit: limit + 1 }),
        countComments(tx, of),
      ])
      const page = pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
      const canModerate = mayModerate(access, READ) && mayModerate(access, WRITE)
      const items = await asShown(tx, page.items, { actorId: actor.id, canModerate: () => canModerate })
      return { ...page, items }
    },
  })
}
