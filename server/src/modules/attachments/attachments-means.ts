import type { FileStore } from '#server/adapters/storage/storage-port.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import type { UploadReceipts } from '#server/secrets/upload-receipts.ts'

/** What files stand on: where their bytes lie, and receipts for those that were sent ahead. */
export interface FilesMeans {
  store: FileStore
  receipts: UploadReceipts
  /** All bytes of a studio, each content counted once. */
  studioBytesMax: number
}

export type AttachmentMeans = SubjectMeans & FilesMeans
