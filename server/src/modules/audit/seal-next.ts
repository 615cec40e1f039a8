import { hexOf, headText, leafText, type SignedHead } from '#kernel/audit-proof.ts'
import type { Id } from '#kernel/ids.ts'
import { leafHash } from '#kernel/merkle.ts'
import type { Transaction } from '#server/database/database.ts'
import type { AuditMeans } from './audit-means.ts'
import { appendHeads, headFile, readLastHead } from './head-file.ts'
import type { HeadSigner } from './head-signer.ts'
import { fileDamaged, recordCut, transactionsRestarted, treeBroken } from './problems.ts'
import {
  finalBelow,
  findHeadFrom,
  findLastHead,
  insertHead,
  insertNodes,
  insertSeals,
  listFinalLines,
  listHeadsAfter,
  lockSealing,
  type UnnumberedLine,
} from './seal-queries.ts'
import { NO_LINES, readTree, rootOfTree, sizeOf, withLeaf, type SealedTree } from './sealed-tree.ts'
import { sha256 } from './sha256.ts'

/** Lines per transaction: about 40 ms of work, and little to repeat after a crash. */
export const SEALED_PER_STEP = 2048
const APPENDED_AT_ONCE = 500
/** What the first head names as the one before it. */
export const HASH_OF_NOTHING = hexOf(sha256())

/**
 * Numbers and hashes the lines that became final since the last head, and signs a head over all; returns how many.
 * Writes nothing where there are none. Refuses to build on a tree that does not lead to what was signed before.
 */
export async function sealNext(
  tx: Transaction,
  studioId: Id<'studio'>,
  means: AuditMeans,
  linesMax: number = SEALED_PER_STEP,
): Promise<number> {
  await lockSealing(tx, studioId)
  // First what the last step committed: so the file is never more than one head behind (verify-file.ts relies on it).
  await appendMissing(tx, studioId, means)
  const last = await findLastHead(tx, studioId)
  const from = last?.horizon ?? '0'
  const below = await finalBelow(tx)
  if (BigInt(below) < BigInt(from)) throw transactionsRestarted(from, below)
  const lines = await listFinalLines(tx, { studioId, from, below, limit: linesMax })
  const lastLine = lines.at(-1)
  if (!lastLine) return 0
  const horizon = lines.length < linesMax ? below : String(BigInt(lastLine.xact) + 1n)

  const { seals, nodes, tree } = numbered(
    lines,
    await treeUnder(tx, last, { studioId, signer: means.signer }),
  )
  const unsigned = {
    studioId,
    size: sizeOf(tree),
    root: hexOf(rootOfTree(tree)),
    horizon,
    sealedAt: new Date().toISOString(),
    previous: last ? hashOfHead(last) : HASH_OF_NOTHING,
    keyId: means.signer.keyId(),
  }
  const head = { ...unsigned, signature: await means.signer.sign(headText(unsigned)) }
  await Promise.all([
    insertSeals(tx, studioId, seals),
    insertNodes(tx, studioId, nodes),
    insertHead(tx, head),
  ])
  return lines.length
}

/** Brings the file up to the heads that are committed; returns how many were missing. Nothing is told twice. */
export async function appendMissing(
  tx: Transaction,
  studioId: Id<'studio'>,
  { headsDir }: Pick<AuditMeans, 'headsDir'>,
): Promise<number> {
  await lockSealing(tx, studioId)
  const path = headFile(headsDir, studioId)
  const { head: known, end, isDamaged } = await readLastHead(path)
  if (isDamaged) throw fileDamaged(path)
  if (known && !isSameHead(known, await findHeadFrom(tx, studioId, known.size))) {
    const found = await findLastHead(tx, studioId)
    throw recordCut({ file: path, size: known.size, found: found?.size ?? 0 })
  }
  const heads = await listHeadsAfter(tx, { studioId, after: known?.size ?? 0, limit: APPENDED_AT_ONCE })
  await appendHeads(path, end, heads)
  return heads.length < APPENDED_AT_ONCE
    ? heads.length
    : heads.length + (await appendMissing(tx, studioId, { headsDir }))
}

export function hashOfHead(head: SignedHead): string {
  return hexOf(sha256(Buffer.from(headText(head))))
}

export function isSameHead(one: SignedHead, other: SignedHead | undefined): boolean {
  return other !== undefined && headText(one) === headText(other) && one.signature === other.signature
}

async function treeUnder(
  tx: Transaction,
  last: SignedHead | undefined,
  { studioId, signer }: { studioId: Id<'studio'>; signer: HeadSigner },
): Promise<SealedTree> {
  if (!last) return NO_LINES
  const tree = await readTree(tx, studioId, last.size)
  const isOurs = await signer.isSigned(headText(last), last)
  if (!isOurs || !tree || hexOf(rootOfTree(tree)) !== last.root) throw treeBroken(last.size)
  return tree
}

function numbered(lines: readonly UnnumberedLine[], under: SealedTree) {
  let tree = under
  const nodes: { block: number; hash: Uint8Array }[] = []
  const seals = lines.map((line) => {
    const number = sizeOf(tree) + 1
    const leaf = leafHash(sha256, Buffer.from(leafText({ ...line, number })))
    const next = withLeaf(tree, leaf)
    tree = next.tree
    if (next.node) nodes.push(next.node)
    return { number, id: line.id, leaf }
  })
  return { seals, nodes, tree }
}
