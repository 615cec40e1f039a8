import { mkdir, open, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { SignedHead } from '#kernel/audit-proof.ts'
import type { Id } from '#kernel/ids.ts'

/** A line is about 480 bytes; one that is longer than this is none of ours. */
const LINE_BYTES_MAX = 2000
const NEWLINE = 10

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const HeadLine: z.ZodType<SignedHead> = z.strictObject({
  studioId: z.string().max(40),
  size: z.int().positive(),
  root: Hash,
  horizon: z.string().regex(/^\d{1,20}$/),
  sealedAt: z.string().max(30),
  previous: Hash,
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})

/**
 * The file of signed heads of one studio, one JSON object a line, oldest first: what stands outside the database. A copy
 * of it elsewhere shows whoever rewrites both.
 */
export function headFile(dir: string, studioId: Id<'studio'>): string {
  return join(dir, `${studioId}.jsonl`)
}

/** A line of the file; `head` is undefined where it is not one of ours. */
export interface FileLine {
  head: SignedHead | undefined
  /** Where the next line begins, in bytes. */
  end: number
}

/** At most `bytesMax` of the file from `offset` on, in whole lines. A last line without its end is left out. */
export async function readHeads(path: string, offset: number, bytesMax: number): Promise<FileLine[]> {
  const file = await open(path, 'r').catch(absent)
  if (!file) return []
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytesMax), 0, bytesMax, offset)
    const lines: FileLine[] = []
    for (
      let from = 0, to = 0;
      (to = buffer.subarray(0, bytesRead).indexOf(NEWLINE, from)) >= 0;
      from = to + 1
    ) {
      lines.push({ head: parsed(buffer.toString('utf8', from, to)), end: offset + to + 1 })
    }
    return lines
  } finally {
    await file.close()
  }
}

/**
 * The last whole line, and where it ends. Before the first one `end` is 0; where more than a line could hold stands
 * behind the last one, or no head in it, `isDamaged`.
 */
export async function readLastHead(
  path: string,
): Promise<{ head: SignedHead | undefined; end: number; isDamaged: boolean }> {
  const size = await sizeOfFile(path)
  const lines = await readHeads(path, Math.max(0, size - 2 * LINE_BYTES_MAX), 2 * LINE_BYTES_MAX)
  const { head, end } = lines.at(-1) ?? { head: undefined, end: 0 }
  return { head, end, isDamaged: size - end > LINE_BYTES_MAX || (end > 0 && !head) }
}

/**
 * Appends at the end of the last whole line, and waits for the disk. A crash can leave half a line, which was never
 * acknowledged: it is cut off first, so that every line is either whole or not there.
 */
export async function appendHeads(path: string, end: number, heads: readonly SignedHead[]): Promise<void> {
  if (heads.length === 0) return
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  try {
    if ((await file.stat()).size > end) await file.truncate(end)
    await file.appendFile(heads.map((head) => `${JSON.stringify(head)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

async function sizeOfFile(path: string): Promise<number> {
  return (await stat(path).catch(absent))?.size ?? 0
}

function parsed(line: string): SignedHead | undefined {
  try {
    return HeadLine.safeParse(JSON.parse(line)).data
  } catch {
    return undefined // told by whoever reads the file: a line that is no JSON is as foreign as one with other fields
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
