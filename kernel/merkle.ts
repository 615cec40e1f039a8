import { assert } from './assert.ts'

/**
 * The Merkle tree of RFC 9162 (section 2.1): a leaf is SHA-256 of 0x00 and its data, a node SHA-256 of 0x01 and its two
 * halves, and n leaves are cut at the largest power of two below n. Pure, so that whoever holds a proof can check it:
 * the hash function comes from outside (node:crypto, or a browser's).
 */
export type Sha256 = (...parts: Uint8Array[]) => Uint8Array

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)
/** A tree of 2^53 leaves, more than a number can count. */
export const PATH_LENGTH_MAX = 53

export function leafHash(sha256: Sha256, data: Uint8Array): Uint8Array {
  return sha256(LEAF, data)
}

/** A tree that grows at its right end, kept as the roots of its complete subtrees: at most one of each size. */
export interface Frontier {
  /** How many leaves stand in it. */
  readonly size: number
  readonly peaks: readonly { readonly leaves: number; readonly hash: Uint8Array }[]
}

export const EMPTY: Frontier = { size: 0, peaks: [] }

/** Puts the root of a complete subtree at the end; `leaves` is a power of two, and divides the size so far. */
export function grown(sha256: Sha256, tree: Frontier, hash: Uint8Array, leaves = 1): Frontier {
  assert(Number.isInteger(Math.log2(leaves)), `a complete subtree has 2^k leaves, not ${leaves}`)
  assert(tree.size % leaves === 0, `a subtree of ${leaves} leaves cannot begin at ${tree.size}`)
  const peaks = [...tree.peaks]
  let last = { leaves, hash }
  for (let left = peaks.at(-1); left?.leaves === last.leaves; left = peaks.at(-1)) {
    peaks.pop()
    last = { leaves: left.leaves * 2, hash: sha256(NODE, left.hash, last.hash) }
  }
  return { size: tree.size + leaves, peaks: [...peaks, last] }
}

/** The root over all leaves; of none, the hash of nothing. */
export function rootOf(sha256: Sha256, { peaks }: Frontier): Uint8Array {
  const last = peaks.at(-1)
  if (!last) return sha256()
  return peaks.slice(0, -1).reduceRight((right, { hash }) => sha256(NODE, hash, right), last.hash)
}

/** The root over subtrees in a row, all of one size but the last, which may be smaller. */
export function rootOfRow(sha256: Sha256, row: readonly Uint8Array[]): Uint8Array {
  return rootOf(
    sha256,
    row.reduce((tree, hash) => grown(sha256, tree, hash), EMPTY),
  )
}

/** What stands beside the way from the `index`th of a row up to its root, lowest first. */
export function pathIn(sha256: Sha256, row: readonly Uint8Array[], index: number): Uint8Array[] {
  assert(index >= 0 && index < row.length, `no place ${index} in a row of ${row.length}`)
  if (row.length === 1) return []
  const cut = largestPowerBelow(row.length)
  const [left, right] = [row.slice(0, cut), row.slice(cut)]
  return index < cut
    ? [...pathIn(sha256, left, index), rootOfRow(sha256, right)]
    : [...pathIn(sha256, right, index - cut), rootOfRow(sha256, left)]
}

/**
 * The root to which a leaf leads along its path (RFC 9162, 2.1.3.2), or undefined where the path has not the length
 * that this place in a tree of this size asks for. The leaf is proven when this is the root of a signed head.
 */
export function rootAlong(
  sha256: Sha256,
  leaf: Uint8Array,
  { index, size, path }: { index: number; size: number; path: readonly Uint8Array[] },
): Uint8Array | undefined {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size)
    return undefined
  let [place, last, hash] = [index, size - 1, leaf]
  for (const beside of path) {
    if (last === 0) return undefined
    if (place % 2 === 1 || place === last) {
      hash = sha256(NODE, beside, hash)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      hash = sha256(NODE, hash, beside)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 ? hash : undefined
}

/** Not `>> 1`, which is of 32 bits. */
function half(number: number): number {
  return Math.floor(number / 2)
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}
