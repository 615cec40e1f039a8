import { deepEqual, equal, notDeepEqual } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { EMPTY, grown, leafHash, pathIn, rootAlong, rootOf, rootOfRow, type Frontier } from './merkle.ts'

function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

/** The definition of RFC 9162 as it stands there, and nothing else. */
function naiveRoot(data: readonly Uint8Array[]): Uint8Array {
  if (data.length === 0) return sha256()
  if (data.length === 1) return sha256(Uint8Array.of(0), data[0] ?? Uint8Array.of())
  let cut = 1
  while (cut * 2 < data.length) cut *= 2
  return sha256(Uint8Array.of(1), naiveRoot(data.slice(0, cut)), naiveRoot(data.slice(cut)))
}

const Data = fc.array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength: 200 })
/** Each with its place in it, as audit lines have their number: so no two are the same. */
const distinct = (data: readonly Uint8Array[]) => data.map((one, at) => Buffer.from([at, ...one]))
const leavesOf = (data: readonly Uint8Array[]) => data.map((one) => leafHash(sha256, one))
const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex')

test('the roots are those of the published test vectors', () => {
  // certificate-transparency-go, merkletree tests: nothing, one empty leaf, and eight leaves.
  const data = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  const leaves = leavesOf(data.map((text) => Buffer.from(text, 'hex')))
  equal(hex(rootOfRow(sha256, [])), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  equal(
    hex(rootOfRow(sha256, leaves.slice(0, 1))),
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
  equal(hex(rootOfRow(sha256, leaves)), '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test('a tree that grew leaf by leaf, or by whole subtrees, has the root of its definition', () => {
  fc.assert(
    fc.property(Data, fc.nat(7), (data, power) => {
      const leaves = leavesOf(data)
      deepEqual(rootOfRow(sha256, leaves), naiveRoot(data))
      const block = 2 ** power
      let tree: Frontier = EMPTY
      let at = 0
      for (; at + block <= leaves.length; at += block) {
        tree = grown(sha256, tree, rootOfRow(sha256, leaves.slice(at, at + block)), block)
      }
      for (const leaf of leaves.slice(at)) tree = grown(sha256, tree, leaf)
      equal(tree.size, data.length)
      deepEqual(rootOf(sha256, tree), naiveRoot(data))
    }),
  )
})

test('every leaf is proven by its path, and nothing else is', () => {
  fc.assert(
    fc.property(Data, fc.nat(), fc.nat(), (given, seed, otherSeed) => {
      const data = distinct(given)
      const leaves = leavesOf(data)
      const [size, index, other] = [data.length, seed % data.length, otherSeed % data.length]
      const path = pathIn(sha256, leaves, index)
      const leaf = leaves[index] ?? Uint8Array.of()
      deepEqual(rootAlong(sha256, leaf, { index, size, path }), naiveRoot(data))
      const foreign = leafHash(sha256, Buffer.from('another line'))
      notDeepEqual(rootAlong(sha256, foreign, { index, size, path }), naiveRoot(data))
      if (other !== index)
        notDeepEqual(rootAlong(sha256, leaf, { index: other, size, path }), naiveRoot(data))
      equal(rootAlong(sha256, leaf, { index, size, path: [...path, foreign] }), undefined)
      if (path.length > 0) equal(rootAlong(sha256, leaf, { index, size, path: path.slice(1) }), undefined)
      equal(rootAlong(sha256, leaf, { index: size, size, path }), undefined)
    }),
  )
})

test('a path through a row of subtrees goes on from the path within one of them', () => {
  fc.assert(
    fc.property(Data, fc.nat(), (data, seed) => {
      const leaves = leavesOf(data)
      const [block, index] = [8, seed % data.length]
      const rows = Array.from({ length: Math.ceil(leaves.length / block) }, (_row, at) =>
        leaves.slice(at * block, (at + 1) * block),
      )
      const within = pathIn(sha256, rows[Math.floor(index / block)] ?? [], index % block)
      const above = pathIn(
        sha256,
        rows.map((row) => rootOfRow(sha256, row)),
        Math.floor(index / block),
      )
      deepEqual([...within, ...above], pathIn(sha256, leaves, index))
    }),
  )
})
