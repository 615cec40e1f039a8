import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { WRITE, exampleFile } from './attach-file.ts'
import { changeAttachment } from './attachment-to-change.ts'
import type { AttachmentMeans } from './attachments-means.ts'

export function removeFile(means: AttachmentMeans) {
  return operation({
    name: 'attachments.remove-file',
    summary:
      'Takes a file away: your own, or with the permission to moderate anybody’s. Its bytes are kept, and it can be brought back.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: WRITE,
    risk: 'none',
    input: z.strictObject({ attachmentId: id('attachment') }),
    output: z.strictObject({ attachmentId: id('attachment') }),
    examples: async (factory) => [{ attachmentId: (await exampleFile(means, factory)).id }],
    undo: (_input, { attachmentId }) => ({ operation: 'attachments.restore-file', input: { attachmentId } }),
    async handle({ attachmentId }, context) {
      await changeAttachment(context, { id: attachmentId, to: 'removed', means })
      return { attachmentId }
    },
  })
}
