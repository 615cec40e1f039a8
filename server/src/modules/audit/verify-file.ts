import { headText, type SignedHead } from '#kernel/audit-proof.ts'
import type { Findings } from './findings.ts'
import { readHeads, type FileLine } from './head-file.ts'
import type { HeadSigner } from './head-signer.ts'
import { isSameHead } from './seal-next.ts'

/** Two thousand heads and more; a page of the database has at most five hundred. */
const BYTES_PER_PAGE = 1_000_000

interface FilePage {
  path: string
  /** Where the page begins in the file, in bytes. */
  offset: number
  findings: Findings
  signer: HeadSigner
}

/**
 * What the file holds from `offset` on. Read before the heads of the database are: a head is committed before it is
 * appended, so one that is here and not there was taken away.
 */
export function readFilePage({ path, offset }: Pick<FilePage, 'path' | 'offset'>): Promise<FileLine[]> {
  return readHeads(path, offset, BYTES_PER_PAGE)
}

/**
 * Compares the heads of one page with what the file says of them; returns where the next page begins in the file. Of
 * the database's very last head the file may not know yet.
 */
export async function verifyFile(
  page: FilePage & { lines: readonly FileLine[]; isToTheEnd: boolean },
  { after, heads }: { after: number; heads: readonly SignedHead[] },
): Promise<number> {
  const { findings, isToTheEnd, path } = page
  const to = isToTheEnd ? Infinity : (heads.at(-1)?.size ?? after)
  const ahead = page.lines.findIndex(({ head }) => head !== undefined && head.size > to)
  const lines = ahead < 0 ? page.lines : page.lines.slice(0, ahead)
  const end = lines.at(-1)?.end ?? page.offset
  await compare(page, { after, heads, lines })

  // Sealing goes on beside us: what was missing a moment ago may have been appended since.
  const later = isToTheEnd ? await readFilePage({ path, offset: end }) : []
  const told = new Set([...lines, ...later].flatMap(({ head }) => head?.size ?? []))
  const missing = heads.filter(({ size }, at) => !told.has(size) && !(isToTheEnd && at === heads.length - 1))
  const [first, last] = [missing.at(0), missing.at(-1)]
  if (first && last) {
    const why = `The file of heads does not hold ${missing.length} of the heads from ${first.size} to ${last.size} lines, though later ones were made.`
    findings.add('file-changed', { from: first.size, to: last.size }, why)
  }
  return end
}

async function compare(
  { findings, signer }: FilePage,
  { after, heads, lines }: { after: number; heads: readonly SignedHead[]; lines: readonly FileLine[] },
): Promise<void> {
  const bySize = new Map(heads.map((head) => [head.size, head]))
  const newest = heads.at(-1)?.size ?? after
  let before = after
  let cut: SignedHead | undefined
  for (const { head, end } of lines) {
    if (!head || !(await signer.isSigned(headText(head), head))) {
      findings.add(
        'file-changed',
        { from: head?.size },
        `The line of the file of heads that ends at byte ${end} is not what was signed.`,
      )
      continue
    }
    const { size } = head
    if (size <= before) {
      findings.add(
        'file-changed',
        { from: size },
        `The head of ${size} lines stands twice in the file, or not in its order.`,
      )
    } else if (size > newest) {
      cut = head
    } else if (!isSameHead(head, bySize.get(size))) {
      findings.add(
        'head-changed',
        { from: size },
        `The head of ${size} lines that was signed at ${head.sealedAt} is not in the database as the file has it.`,
      )
    }
    before = Math.max(before, size)
  }
  if (cut) {
    const why = `A head of ${cut.size} lines was signed at ${cut.sealedAt}, and the database ends at ${newest}: the lines from ${newest + 1} on were removed.`
    findings.add('truncated', { from: newest + 1, to: cut.size }, why)
  }
}
