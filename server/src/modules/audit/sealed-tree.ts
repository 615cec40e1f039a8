import type { Id } from '#kernel/ids.ts'
import { EMPTY, grown, pathIn, rootOf, rootOfRow, type Frontier } from '#kernel/merkle.ts'
import type { Transaction } from '#server/database/database.ts'
import { BLOCK, listLeaves, listNodes } from './seal-queries.ts'
import { sha256 } from './sha256.ts'

/** The tree over a studio's lines: its complete blocks, whose roots are stored, and the leaves of the last one. */
export interface SealedTree {
  blocks: Frontier
  tail: Frontier
}

export const NO_LINES: SealedTree = { blocks: EMPTY, tail: EMPTY }

export function sizeOf({ blocks, tail }: SealedTree): number {
  return blocks.size + tail.size
}

export function rootOfTree({ blocks, tail }: SealedTree): Uint8Array {
  return rootOf(sha256, { size: blocks.size + tail.size, peaks: [...blocks.peaks, ...tail.peaks] })
}

/** The tree with one leaf more, and the node to store where that fills a block. */
export function withLeaf(
  { blocks, tail }: SealedTree,
  leaf: Uint8Array,
): { tree: SealedTree; node: { block: number; hash: Uint8Array } | undefined } {
  const longer = grown(sha256, tail, leaf)
  if (longer.size < BLOCK) return { tree: { blocks, tail: longer }, node: undefined }
  const hash = rootOf(sha256, longer)
  const tree = { blocks: grown(sha256, blocks, hash, BLOCK), tail: EMPTY }
  return { tree, node: { block: blocks.size / BLOCK, hash } }
}

/** The stored tree of this size, or undefined where nodes or leaves of it are missing. */
export async function readTree(
  tx: Transaction,
  studioId: Id<'studio'>,
  size: number,
): Promise<SealedTree | undefined> {
  const whole = Math.floor(size / BLOCK)
  const [nodes, leaves] = await Promise.all([
    listNodes(tx, studioId, size),
    listLeaves(tx, { studioId, from: whole * BLOCK + 1, to: size }),
  ])
  if (nodes.length !== whole || nodes.some(({ block }, at) => block !== at)) return undefined
  if (leaves.length !== size % BLOCK) return undefined
  return {
    blocks: nodes.reduce((tree, { hash }) => grown(sha256, tree, hash, BLOCK), EMPTY),
    tail: leaves.reduce((tree, leaf) => grown(sha256, tree, leaf), EMPTY),
  }
}

/** What proves one line in the tree of this size: hashes, lowest first. Undefined where nodes or leaves are missing. */
export async function readPath(
  tx: Transaction,
  studioId: Id<'studio'>,
  { number, size }: { number: number; size: number },
): Promise<Uint8Array[] | undefined> {
  const [whole, block] = [Math.floor(size / BLOCK), Math.floor((number - 1) / BLOCK)]
  const first = block * BLOCK + 1
  const last = Math.min(first + BLOCK - 1, size)
  const [nodes, beside, tail] = await Promise.all([
    listNodes(tx, studioId, size),
    listLeaves(tx, { studioId, from: first, to: last }),
    listLeaves(tx, { studioId, from: whole * BLOCK + 1, to: size }),
  ])
  if (nodes.length !== whole || beside.length !== last - first + 1 || tail.length !== size % BLOCK)
    return undefined
  const row = [...nodes.map(({ hash }) => hash), ...(tail.length > 0 ? [rootOfRow(sha256, tail)] : [])]
  return [...pathIn(sha256, beside, (number - 1) % BLOCK), ...pathIn(sha256, row, block)]
}
