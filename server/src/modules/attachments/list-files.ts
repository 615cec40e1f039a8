import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { ID_PREFIXES } from '#kernel/ids.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleSubject, findSubject, openKinds, subjectId } from '#server/modules/subjects/index.ts'
import { asShown } from './as-shown.ts'
import type { AttachmentMeans } from './attachments-means.ts'
import { countAttachments, pageOfAttachments } from './attachments-queries.ts'
import { Attachment } from './schema.ts'

export const READ = 'attachments.read'
const ORDER = ['newest']

export function listFiles(means: AttachmentMeans) {
  return operation({
    name: 'attachments.list-files',
    summary:
      'Pages through the files beside one thing, or beside all that is open to you, the newest first. Those of approvals are listed with their approval only.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: READ,
    risk: 'none',
    input: z.strictObject({ subjectId: subjectId(means).optional(), ...PageFields }),
    output: pageOf(Attachment),
    examples: async (factory) => [{}, { subjectId: await exampleSubject(means, factory), limit: 1 }],
    async handle({ subjectId: about, cursor, limit }, context) {
      const { tx } = context
      const access = present(context.access, 'somebody reads')
      const after = readCursor(cursor, ORDER)
      if (about !== undefined) await findSubject(context, { id: about, permission: READ, means })
      // An approval is open by what it holds, which is asked one by one.
      const kinds = openKinds(means, READ, access).filter(({ noun }) => noun !== 'approval')
      const prefixes = kinds.map(({ noun }) => ID_PREFIXES[noun])
      const of = about === undefined ? { prefixes } : { subjectId: about }
      const [rows, total] = await Promise.all([
        pageOfAttachments(tx, of, { after, limit: limit + 1 }),
        countAttachments(tx, of),
      ])
      const page = pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id }) => [id] })
      return { ...page, items: await asShown(tx, page.items, { access, permission: READ }) }
    },
  })
}
