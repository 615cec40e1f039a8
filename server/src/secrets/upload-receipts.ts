import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What was uploaded, by whom, and until when it can be attached. */
const Receipt = z.object({
  uploadId: z.string(),
  studioId: z.string(),
  actorId: z.string(),
  sha256: z.string(),
  size: z.int(),
  mediaType: z.string(),
  untilMs: z.number(),
})
export type Receipt = z.output<typeof Receipt>

/**
 * Receipts for bytes that were sent ahead. They are signed and not kept: a row for each would have to be swept as the
 * bytes are. That one is good once is seen where its id is written beside the file.
 */
export interface UploadReceipts {
  issue(receipt: Receipt): string
  /** Undefined for what we did not issue. */
  read(text: string): Receipt | undefined
}

export function createUploadReceipts(secret: string): UploadReceipts {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'iza-os upload', 32))
  const signatureOf = (payload: string) => createHmac('sha256', key).update(payload).digest()
  return {
    issue(receipt) {
      const payload = Buffer.from(JSON.stringify(receipt)).toString('base64url')
      return `iza_upload_${payload}.${signatureOf(payload).toString('base64url')}`
    },
    read(text) {
      const [, payload = '', signature = ''] = /^iza_upload_([\w-]+)\.([\w-]+)$/.exec(text) ?? []
      const [given, ours] = [Buffer.from(signature, 'base64url'), signatureOf(payload)]
      if (given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined
      return Receipt.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    },
  }
}
