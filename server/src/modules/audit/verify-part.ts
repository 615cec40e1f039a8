import { hexOf, leafText } from '#kernel/audit-proof.ts'
import { leafHash } from '#kernel/merkle.ts'
import type { Findings } from './findings.ts'
import { BLOCK } from './seal-queries.ts'
import { rootOfTree, withLeaf, type SealedTree } from './sealed-tree.ts'
import { sha256 } from './sha256.ts'
import type { SealRow } from './verify-queries.ts'

/** The lines under one head that are not under the one before. */
interface Part {
  /** Seals of the whole page; those of this part stand from `first` up to and not including `end`. */
  seals: readonly SealRow[]
  first: number
  end: number
  /** The numbers that this part should hold: after the one, up to and with the other. */
  after: number
  to: number
  /** Whether the log ends here. */
  isEnd: boolean
  /** The tree under the lines before; undefined where it is not known any more. */
  tree: SealedTree | undefined
  /** What was signed; undefined where the head itself cannot be believed. */
  root: string | undefined
  storedNodes: ReadonlyMap<number, string>
}

/** A leaf as it is stored, and as its line gives it now; no line gives none. */
interface Leaf {
  seal: SealRow
  now: Uint8Array | undefined
  isSame: boolean
}

/** Returns the tree up to the end of this part, or undefined where it is not known from here on. */
export function checkPart(findings: Findings, part: Part): SealedTree | undefined {
  const { seals, first, end, tree, root, after, to } = part
  const leaves = seals.slice(first, end).map(leafOf)
  tellGaps(findings, part)
  const isComplete = leaves.length === to - after
  // Where the lines lead to the signed root and the stored hashes do not, it is the hashes that were changed.
  const now = leaves.flatMap((leaf) => leaf.now ?? [])
  const isWorthATry = isComplete && now.length === leaves.length && leaves.some(({ isSame }) => !isSame)
  const nowTree = tree && isWorthATry ? grownBy(tree, now) : undefined
  if (nowTree && hexOf(rootOfTree(nowTree.tree)) === root) {
    for (const { seal, isSame } of leaves) {
      if (isSame) continue
      const why = `The stored hash of line ${seal.number} was changed; the line itself is as it was signed.`
      findings.add('seal-changed', { from: seal.number, lineId: seal.sealedLineId }, why)
    }
    return nowTree.tree
  }
  for (const [at, leaf] of leaves.entries()) tellLine(findings, leaf, isOutOfOrder(seals, first + at))
  if (!tree || !isComplete) return undefined
  const grown = grownBy(
    tree,
    leaves.map(({ seal }) => seal.leaf),
  )
  if (root === undefined) return grown.tree
  if (hexOf(rootOfTree(grown.tree)) !== root) {
    const why = `Among the lines ${after + 1} to ${to} at least one was changed together with its seal: they do not lead to the root that was signed.`
    findings.add('edited', { from: after + 1, to }, why)
    return undefined
  }
  for (const { block, hash } of grown.nodes) {
    if (part.storedNodes.get(block) === hexOf(hash)) continue
    const about = { from: block * BLOCK + 1, to: (block + 1) * BLOCK }
    const why = `The stored hash over the lines ${about.from} to ${about.to} was changed or taken away.`
    findings.add('seal-changed', about, why)
  }
  return grown.tree
}

function leafOf(seal: SealRow): Leaf {
  const { number, line, leaf } = seal
  const now = line && leafHash(sha256, Buffer.from(leafText({ ...line, number })))
  return { seal, now, isSame: now !== undefined && leaf.equals(now) }
}

function tellLine(findings: Findings, { seal, now, isSame }: Leaf, isMisplaced: boolean): void {
  if (isSame) return
  const { number, sealedLineId } = seal
  const about = { from: number, lineId: sealedLineId }
  if (!now) findings.add('removed', about, `Line ${number} (${sealedLineId}) was sealed, and is gone.`)
  else if (isMisplaced) {
    const why = `Line ${sealedLineId} stands under number ${number}, where another line was sealed.`
    findings.add('reordered', about, why)
  } else findings.add('edited', about, `Line ${number} (${sealedLineId}) is not as it was sealed.`)
}

/** Numbers that no seal has, as ranges. */
function tellGaps(findings: Findings, { seals, first, end, after, to, isEnd }: Part): void {
  let expected = after + 1
  for (const number of [...seals.slice(first, end).map((seal) => seal.number), to + 1]) {
    const last = number - 1
    if (last >= expected) {
      const which = last === expected ? `line ${last}` : `the lines ${expected} to ${last}`
      const why = `The seal of ${which} is gone; a head over ${to} lines was signed.`
      findings.add(isEnd && last === to ? 'truncated' : 'removed', { from: expected, to: last }, why)
    }
    expected = number + 1
  }
}

/** Whether the line is not where its transaction and id put it, between its neighbours. */
function isOutOfOrder(seals: readonly SealRow[], at: number): boolean {
  const [left, line, right] = [seals[at - 1]?.line, seals[at]?.line, seals[at + 1]?.line]
  if (!line) return false
  return (left !== undefined && isBefore(line, left)) || (right !== undefined && isBefore(right, line))
}

function isBefore(one: { xact: string; id: string }, other: { xact: string; id: string }): boolean {
  const [a, b] = [BigInt(one.xact), BigInt(other.xact)]
  return a === b ? one.id < other.id : a < b
}

function grownBy(start: SealedTree, leaves: readonly Uint8Array[]) {
  let tree = start
  const nodes: { block: number; hash: Uint8Array }[] = []
  for (const leaf of leaves) {
    const next = withLeaf(tree, leaf)
    tree = next.tree
    if (next.node) nodes.push(next.node)
  }
  return { tree, nodes }
}
