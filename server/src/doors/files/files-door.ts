import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { problem } from '#kernel/problem.ts'
import type { Id } from '#kernel/ids.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import type { Invoke } from '#server/catalogue/invoke.ts'
import type { ReachOf } from '#server/catalogue/reach.ts'
import { credentialFrom, type DoorNames } from '../credential.ts'
import { contentDisposition } from './content-disposition.ts'

/** What this door moves bytes with, and by which operations it is known who may. */
export interface FilesWay {
  attach: string
  read: string
  stage(given: {
    studioId: Id<'studio'>
    actorId: string
    bytes: AsyncIterable<Uint8Array>
  }): Promise<Record<string, unknown>>
  /** Throws a problem where the bytes are not there, or are not those of the hash. */
  open(studioId: string, file: { sha256: string; name: string }): Promise<Readable>
}

const AT_ONCE_MAX = 8
const IDS_MAX = 40

const tooManyUploads = problem('too-many', 'files.too-many-uploads', () => ({
  en: `${AT_ONCE_MAX} files are being sent here already. Send this one again in a moment.`,
  de: `${AT_ONCE_MAX} Dateien werden hier schon gesendet. Senden Sie diese gleich noch einmal.`,
}))

const File = z.object({
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  sha256: z.string(),
})

/**
 * Bytes do not travel as JSON: `POST /api/v1/uploads` takes them ahead of the operation that attaches them, and
 * `GET /api/v1/files/{id}` gives them out again. Who may is asked of `invoke()` each time.
 */
export function addFilesDoor(
  app: FastifyInstance,
  given: { catalogue: Catalogue; invoke: Invoke; reachOf: ReachOf; names: DoorNames; files: FilesWay },
): void {
  const { catalogue, invoke, reachOf, names, files } = given
  let uploading = 0

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // As they come: nothing of a file is held in memory, and its length is counted where it is written.
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
    scope.post('/api/v1/uploads', { onRequest: checkSender }, async (request, reply) => {
      const { access } = await reachOf(credentialOf(request, true))
      if (uploading >= AT_ONCE_MAX) throw tooManyUploads()
      uploading++
      try {
        const { studioId, actor } = access
        const bytes = request.raw
        const staged = await files.stage({ studioId, actorId: actor.id, bytes })
        return await reply.code(201).header('cache-control', 'no-store').send(staged)
      } finally {
        uploading--
      }
    })
  })

  app.get<{ Params: { id: string } }>('/api/v1/files/:id', async (request, reply) => {
    const credential = credentialOf(request, false)
    const input = { attachmentId: request.params.id.slice(0, IDS_MAX) }
    const asked = { operation: files.read, input, credential, door: 'rest', requestId: request.id } as const
    const { output } = await invoke(asked)
    const { access } = await reachOf(credential)
    return sendFile(reply, File.parse(output), (file) => files.open(access.studioId, file))
  })

  /** Before a byte is taken: whoever may not attach gets the refusal, and its line in the audit, from `invoke()` itself. */
  async function checkSender(request: FastifyRequest): Promise<void> {
    const credential = credentialOf(request, true)
    const operation = catalogue.get(files.attach)
    if ((await reachOf(credential)).permits(operation)) return
    await invoke({ operation: operation.name, input: {}, credential, door: 'rest', requestId: request.id })
  }

  function credentialOf({ headers, socket }: FastifyRequest, isWrite: boolean) {
    return credentialFrom({ headers, remoteAddress: socket.remoteAddress, isWrite }, names)
  }
}

/** To be kept and never to be shown: what somebody attached must not run as a page of ours. */
async function sendFile(
  reply: FastifyReply,
  file: z.output<typeof File>,
  open: (file: z.output<typeof File>) => Promise<Readable>,
) {
  const bytes = await open(file)
  return reply
    .headers({
      'content-type': file.mediaType,
      'content-length': file.size,
      'content-disposition': contentDisposition(file.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(bytes)
}
