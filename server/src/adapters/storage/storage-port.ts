import type { Readable } from 'node:stream'

/** What is known of bytes that were put away. */
export interface Stored {
  sha256: string
  size: number
  /** The first bytes, by which it is told what they are. */
  head: Uint8Array
}

/**
 * Files by the SHA-256 of their bytes, for each studio apart: what one has tells nobody in another. Nothing is ever
 * overwritten, and what `put` answered is on the disk.
 */
export interface FileStore {
  /** Throws the problems `files.empty`, `files.too-large` and `files.no-room`; then nothing is kept. */
  put(studioId: string, bytes: AsyncIterable<Uint8Array>): Promise<Stored>
  /** Undefined where there is no such file. */
  sizeOf(studioId: string, sha256: string): Promise<number | undefined>
  /** The hash of what lies there now, or undefined where nothing does. */
  digest(studioId: string, sha256: string): Promise<string | undefined>
  read(studioId: string, sha256: string): Readable
  /**
   * Hashes after `after`, in their order, of files last put before that instant, at most `limit`. With the first ones,
   * what was left unfinished before it is deleted.
   */
  listOlder(studioId: string, given: { beforeMs: number; after: string; limit: number }): Promise<string[]>
  /** Deletes it, unless it was put again since that instant. Answers whether it did. */
  deleteOlder(studioId: string, sha256: string, beforeMs: number): Promise<boolean>
}

export const FILE_BYTES_MAX = 25 * 1024 * 1024
