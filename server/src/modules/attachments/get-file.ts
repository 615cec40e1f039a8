import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import { findSubject } from '#server/modules/subjects/index.ts'
import { asShown } from './as-shown.ts'
import { exampleFile } from './attach-file.ts'
import type { AttachmentMeans } from './attachments-means.ts'
import { findAttachment } from './attachments-queries.ts'
import { READ } from './list-files.ts'
import { Attachment } from './schema.ts'

export function getFile(means: AttachmentMeans) {
  return operation({
    name: 'attachments.get-file',
    summary:
      'Reads what is known of one file. Its bytes are at GET /api/v1/files/{id}, under the same rights.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: READ,
    risk: 'none',
    input: z.strictObject({ attachmentId: id('attachment') }),
    output: Attachment,
    examples: async (factory) => [{ attachmentId: (await exampleFile(means, factory)).id }],
    async handle({ attachmentId }, context) {
      const row = await findAttachment(context.tx, attachmentId)
      if (!row || row.removed_at !== null) throw notOpenToYou(attachmentId)
      await findSubject(context, { id: row.subject_id, permission: READ, means }).catch(() => {
        throw notOpenToYou(attachmentId)
      })
      const access = present(context.access, 'somebody reads')
      const [shown] = await asShown(context.tx, [row], { access, permission: READ })
      return present(shown, 'the file')
    },
  })
}
