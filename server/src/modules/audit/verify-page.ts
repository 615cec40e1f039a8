import { headText, hexOf, type SignedHead } from '#kernel/audit-proof.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { FINDINGS_MAX, type Findings } from './findings.ts'
import type { HeadSigner } from './head-signer.ts'
import { HASH_OF_NOTHING, hashOfHead } from './seal-next.ts'
import { listNodes } from './seal-queries.ts'
import { NO_LINES, readTree, rootOfTree } from './sealed-tree.ts'
import { checkPart } from './verify-part.ts'
import { listSeals, listUnsealedBetween } from './verify-queries.ts'

interface Page {
  studioId: Id<'studio'>
  signer: HeadSigner
  findings: Findings
  /** The head that the page follows; undefined at the beginning. */
  before: SignedHead | undefined
  heads: readonly SignedHead[]
  /** Whether the last of these heads is the newest that there is. */
  isToTheEnd: boolean
}

/** Checks heads in a row: every line below them against its leaf, the leaves against the roots, the roots against the key. */
export async function verifyPage(tx: Transaction, page: Page): Promise<void> {
  const { studioId, before, heads, findings } = page
  const last = heads.at(-1)
  if (!last) return
  const from = before?.horizon ?? '0'
  const after = before?.size ?? 0
  const [seals, nodes, unsealed, start] = await Promise.all([
    listSeals(tx, { studioId, after, to: last.size }),
    listNodes(tx, studioId, last.size),
    listUnsealedBetween(tx, { studioId, from, below: last.horizon, limit: FINDINGS_MAX + 1 }),
    before ? readTree(tx, studioId, before.size) : NO_LINES,
  ])
  const storedNodes = new Map(nodes.map(({ block, hash }) => [block, hexOf(hash)]))
  let tree = start
  if (before && (!tree || hexOf(rootOfTree(tree)) !== before.root)) {
    const why = `What is stored of the hashes of the lines 1 to ${before.size} does not lead to the root that was signed for them.`
    findings.add('seal-changed', { from: 1, to: before.size }, why)
    tree = undefined
  }
  let place = 0
  for (const [at, head] of heads.entries()) {
    const previous = heads[at - 1] ?? before
    const isOurs = await checkHead(page, head, previous)
    const first = place
    while ((seals[place]?.number ?? Infinity) <= head.size) place++
    const part = { seals, first, end: place, after: previous?.size ?? 0, to: head.size }
    const isEnd = page.isToTheEnd && head === last
    tree = checkPart(findings, { ...part, isEnd, tree, root: isOurs ? head.root : undefined, storedNodes })
  }
  for (const { id, xact } of unsealed) {
    const why = `Line ${id} belongs to transaction ${xact}, below what was already sealed, and has no seal: it was put there later, or its seal was taken away.`
    findings.add('inserted', { lineId: id }, why)
  }
}

/** Whether the head is what we signed. */
async function checkHead(
  { signer, findings }: Page,
  head: SignedHead,
  previous: SignedHead | undefined,
): Promise<boolean> {
  const about = { from: (previous?.size ?? 0) + 1, to: head.size }
  if (!(await signer.isSigned(headText(head), head))) {
    findings.add(
      'head-changed',
      about,
      `The head of ${head.size} lines is not what was signed with key ${head.keyId}.`,
    )
    return false
  }
  if (head.previous !== (previous ? hashOfHead(previous) : HASH_OF_NOTHING)) {
    const why = `The head of ${head.size} lines follows another head than the one that stands before it: that one was changed, or one between them was taken out.`
    findings.add('head-changed', about, why)
  }
  return true
}
