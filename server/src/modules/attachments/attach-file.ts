import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation, type CallContext, type ExampleFactory } from '#server/catalogue/operation.ts'
import { document } from '#server/catalogue/secret-fields.ts'
import { exampleSubject, findSubject, subjectId } from '#server/modules/subjects/index.ts'
import { asShown } from './as-shown.ts'
import type { AttachmentMeans } from './attachments-means.ts'
import { ensureStoredFile, findAttachment, insertAttachment, lockFiles } from './attachments-queries.ts'
import { fileName } from './file-name.ts'
import { mediaType, mediaTypeNamed } from './media-type.ts'
import { badName, contentOrUpload, studioFull, unknownUpload, uploadUsed } from './problems.ts'
import { Attachment } from './schema.ts'
import { bytesHeld } from './stored-files-queries.ts'
import { readUpload } from './uploads.ts'

export const WRITE = 'attachments.write'
/** In base64, below what a door takes as JSON: larger ones are sent ahead. */
const CONTENT_CHARS_MAX = 900_000
const MB = 1024 * 1024

export function attachFile(means: AttachmentMeans) {
  return operation({
    name: 'attachments.attach-file',
    summary:
      'Puts a file beside a business, an entity, a KPI, a run or an approval: a small one as content, a large one after it was sent to POST /api/v1/uploads.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: WRITE,
    risk: 'none',
    input: z.strictObject({
      subjectId: subjectId(means),
      name: line(400).describe('What the file is called; of a path the last part.'),
      content: document(z.base64().min(1).max(CONTENT_CHARS_MAX))
        .optional()
        .describe('The bytes in base64, up to about 660 KB.'),
      upload: z
        .string()
        .max(1000)
        .optional()
        .describe('What POST /api/v1/uploads answered: good for an hour, for who sent it, and once.'),
    }),
    output: Attachment,
    examples: async (factory) => [
      {
        subjectId: await exampleSubject(means, factory),
        name: 'licence.txt',
        content: Buffer.from('Licence, signed').toString('base64'),
      },
    ],
    undo: (_input, { id }) => ({ operation: 'attachments.remove-file', input: { attachmentId: id } }),
    async handle({ subjectId: about, name: given, content, upload }, context) {
      const { tx, actor, record } = context
      const access = present(context.access, 'somebody attaches')
      const { subject } = await findSubject(context, { id: about, permission: WRITE, means })
      const name = fileName(given)
      if (name === '') throw badName()
      await lockFiles(tx, access.studioId, 'shared')
      const bytes = await bytesOf({ content, upload }, context, means)
      await checkRoom(context, means, bytes.size)
      const { sha256, size, uploadId } = bytes
      await ensureStoredFile(tx, { studio_id: access.studioId, sha256, size })
      const id = newId('attachment')
      const isNew = await insertAttachment(tx, {
        id,
        studio_id: access.studioId,
        subject_id: about,
        business_id: subject.business_id,
        name,
        media_type: mediaTypeNamed(bytes.mediaType, name),
        sha256,
        upload_id: uploadId,
        actor_kind: actor.kind,
        actor_id: actor.id,
      })
      if (!isNew) throw uploadUsed()
      record({
        type: 'attachments.file-attached',
        subjectId: about,
        ...(subject.business_id !== null && { businessId: subject.business_id }),
        after: { attachmentId: id, name, size, sha256 },
      })
      const row = present(await findAttachment(tx, id), 'the row that was written')
      const [shown] = await asShown(tx, [row], { access, permission: WRITE })
      return present(shown, 'the file')
    },
  })
}

interface Bytes {
  sha256: string
  size: number
  mediaType: string
  uploadId: string | null
}

/** On the disk before the row is written: after a crash there may be bytes without a row, and no row without bytes. */
async function bytesOf(
  { content, upload }: { content: string | undefined; upload: string | undefined },
  { access: given, actor }: CallContext,
  means: AttachmentMeans,
): Promise<Bytes> {
  const { studioId } = present(given, 'somebody attaches')
  if ((content === undefined) === (upload === undefined)) throw contentOrUpload()
  if (content !== undefined) {
    const stored = await means.store.put(studioId, once(Buffer.from(content, 'base64')))
    return { sha256: stored.sha256, size: stored.size, mediaType: mediaType(stored.head), uploadId: null }
  }
  const receipt = readUpload(means, { upload: upload ?? '', studioId, actorId: actor.id })
  const { sha256, size, mediaType: sniffed, uploadId } = receipt
  if ((await means.store.sizeOf(studioId, sha256)) !== size) throw unknownUpload()
  return { sha256, size, mediaType: sniffed, uploadId }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function checkRoom({ tx }: CallContext, { studioBytesMax }: AttachmentMeans, size: number) {
  const held = await bytesHeld(tx)
  if (held + size <= studioBytesMax) return
  throw studioFull({ heldMb: Math.ceil(held / MB), maxMb: Math.floor(studioBytesMax / MB) })
}

export async function exampleFile(means: AttachmentMeans, factory: ExampleFactory) {
  const attach = attachFile(means)
  const [example] = await attach.examples(factory)
  return factory.invoke(attach, attach.types.input.parse(example))
}
