import type { Readable } from 'node:stream'
import type { FilesMeans } from './attachments-means.ts'
import { damagedFile } from './problems.ts'

/** The bytes, once they were compared with their hash. Throws `attachments.damaged-file`. */
export async function openFile(
  { store }: Pick<FilesMeans, 'store'>,
  studioId: string,
  { sha256, name }: { sha256: string; name: string },
): Promise<Readable> {
  if ((await store.digest(studioId, sha256)) !== sha256) throw damagedFile(name)
  return store.read(studioId, sha256)
}
