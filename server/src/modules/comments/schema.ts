import { z } from 'zod'
import { actorKind, id, instant, prose } from '#server/catalogue/fields.ts'
import { subjectIdShown } from '#server/modules/subjects/index.ts'
import { MENTIONS_MAX } from './mentions.ts'

export const BODY_MAX = 4000

export function body() {
  return prose(BODY_MAX)
    .min(1, 'write something here')
    .describe('Plain text. A person is mentioned as @[per_…]; comments.list-mentionable finds whom.')
}

export const Named = z
  .strictObject({ id: id('person'), name: z.string().max(120) })
  .meta({ id: 'MentionedPerson' })

export const Comment = z
  .strictObject({
    id: id('comment'),
    subjectId: subjectIdShown(),
    body: z.string().max(BODY_MAX).describe('Plain text, with @[per_…] for each person mentioned.'),
    mentions: z.array(Named).max(MENTIONS_MAX).describe('Who is mentioned, as they are called now.'),
    actor: z
      .strictObject({ kind: actorKind(), id: z.string().max(60), name: z.string().max(200).nullable() })
      .describe('Who wrote it.'),
    at: instant(),
    editedAt: instant().nullable(),
    revision: z.int().describe('1 until it is edited; earlier words stand in the audit.'),
    isOwn: z.boolean().describe('True for what you wrote; only this you edit.'),
    canRemove: z.boolean().describe('True where you wrote it, or may moderate.'),
  })
  .meta({ id: 'Comment' })
export type Comment = z.output<typeof Comment>
