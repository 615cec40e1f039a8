import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { WRITE, exampleFile } from './attach-file.ts'
import { changeAttachment } from './attachment-to-change.ts'
import type { AttachmentMeans } from './attachments-means.ts'
import { removeFile } from './remove-file.ts'

export function restoreFile(means: AttachmentMeans) {
  return operation({
    name: 'attachments.restore-file',
    summary: 'Brings back a file that you removed, or with the permission to moderate any, as it was.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: WRITE,
    risk: 'none',
    input: z.strictObject({ attachmentId: id('attachment') }),
    output: z.strictObject({ attachmentId: id('attachment') }),
    examples: async (factory) => {
      const { id: attachmentId } = await exampleFile(means, factory)
      return [await factory.invoke(removeFile(means), { attachmentId })]
    },
    undo: (_input, { attachmentId }) => ({ operation: 'attachments.remove-file', input: { attachmentId } }),
    async handle({ attachmentId }, context) {
      await changeAttachment(context, { id: attachmentId, to: 'restored', means })
      return { attachmentId }
    },
  })
}
