import { newId, type Id } from '#kernel/ids.ts'
import type { FilesMeans } from './attachments-means.ts'
import { mediaType } from './media-type.ts'
import { unknownUpload } from './problems.ts'

const GOOD_FOR_MS = 60 * 60 * 1000

/** Puts bytes away that will be attached: answers what `attachments.attach-file` takes as `upload`. */
export async function stageUpload(
  { store, receipts }: Pick<FilesMeans, 'store' | 'receipts'>,
  given: { studioId: Id<'studio'>; actorId: string; bytes: AsyncIterable<Uint8Array> },
): Promise<{ upload: string; size: number; sha256: string; mediaType: string }> {
  const { studioId, actorId, bytes } = given
  const { sha256, size, head } = await store.put(studioId, bytes)
  const what = { sha256, size, mediaType: mediaType(head) }
  const untilMs = Date.now() + GOOD_FOR_MS
  const upload = receipts.issue({ uploadId: newId('upload'), studioId, actorId, ...what, untilMs })
  return { upload, ...what }
}

/** What the receipt stands for. Throws `attachments.unknown-upload` for another's, an old one, or one that is not ours. */
export function readUpload(
  { receipts }: Pick<FilesMeans, 'receipts'>,
  given: { upload: string; studioId: string; actorId: string },
) {
  const receipt = receipts.read(given.upload)
  const isTheirs = receipt?.studioId === given.studioId && receipt.actorId === given.actorId
  if (!isTheirs || receipt.untilMs < Date.now()) throw unknownUpload()
  return receipt
}
