import { z } from 'zod'
import { actorKind, id, instant } from '#server/catalogue/fields.ts'
import { subjectIdShown } from '#server/modules/subjects/index.ts'

export const Attachment = z
  .strictObject({
    id: id('attachment'),
    subjectId: subjectIdShown(),
    name: z.string().max(200),
    size: z.int().describe('In bytes.'),
    mediaType: z.string().max(100).describe('As its first bytes say; application/octet-stream for all else.'),
    sha256: z.string().max(64).describe('Of the bytes, in hex.'),
    actor: z
      .strictObject({ kind: actorKind(), id: z.string().max(60), name: z.string().max(200).nullable() })
      .describe('Who attached it.'),
    at: instant(),
    fault: z
      .enum(['missing', 'altered'])
      .nullable()
      .describe('What the last check of the bytes found; null where they are as they were attached.'),
    canRemove: z.boolean().describe('True where you attached it, or may moderate.'),
  })
  .meta({ id: 'Attachment' })
export type Attachment = z.output<typeof Attachment>
