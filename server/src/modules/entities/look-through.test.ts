import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { circleThrough, type DatedEdge } from './dated-graph.ts'
import { controllers, ownersFirst, sharesOfRoots, type Edge } from './look-through.ts'
import {
  ITSELF,
  millionthsOf,
  percentOf,
  plus,
  roundedMillionths,
  through,
  WHOLE,
  type Share,
} from './percent.ts'

const NODES = 7
const names = Array.from({ length: NODES }, (_nothing, at) => `n${at}`)
/** Owners have the lower number, so there is no circle; what is above the whole is left out. */
const graph = fc
  .array(
    fc.record({
      owner: fc.nat(NODES - 2),
      step: fc.integer({ min: 1, max: NODES - 1 }),
      voting: fc.bigInt({ min: 0n, max: WHOLE }),
      economic: fc.bigInt({ min: 0n, max: WHOLE }),
    }),
    { maxLength: 20 },
  )
  .map((drawn) => {
    const edges: Edge[] = []
    for (const { owner, step, voting, economic } of drawn) {
      if (owner + step >= NODES) continue
      const edge = { ownerId: `n${owner}`, entityId: `n${owner + step}`, voting, economic }
      const others = edges.filter(({ entityId }) => entityId === edge.entityId)
      const isThere = others.some(({ ownerId }) => ownerId === edge.ownerId)
      const sum = (kind: 'voting' | 'economic') =>
        others.reduce((all, other) => all + other[kind], edge[kind])
      if (!isThere && sum('voting') <= WHOLE && sum('economic') <= WHOLE) edges.push(edge)
    }
    return edges
  })

test('percentages come back as they went in', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: WHOLE }), (value) => equal(millionthsOf(percentOf(value)), value)),
  )
  deepEqual(['33.333333', '0.1', '100', '7.50'].map(millionthsOf), [33_333_333n, 100_000n, WHOLE, 7_500_000n])
})

test('looking through is the sum over all chains, and roots never hold more than the whole together', () => {
  fc.assert(
    fc.property(graph, (edges) => {
      const owned = new Set(edges.map(({ entityId }) => entityId))
      const roots = names.filter((name) => !owned.has(name))
      const shares = sharesOfRoots(ownersFirst(names, edges, []), edges, roots)
      for (const name of names) {
        for (const root of roots) {
          const told = shares.get(name)?.get(root) ?? NOTHING
          const walked = chains(edges, root, name)
          equal(plus(told, zeroOf(walked)).parts, plus(walked, zeroOf(told)).parts)
        }
        const sum = [...(shares.get(name)?.values() ?? [])].reduce(plus, NOTHING)
        ok(sum.parts <= WHOLE ** BigInt(sum.stakes) && roundedMillionths(sum) <= WHOLE)
      }
    }),
  )
})

const NOTHING: Share = { parts: 0n, stakes: 0 }
/** Brings the other share to the same denominator. */
const zeroOf = ({ stakes }: Share): Share => ({ parts: 0n, stakes })

/** Every chain, one by one. */
function chains(edges: readonly Edge[], root: string, end: string): Share {
  if (root === end) return ITSELF
  return edges
    .filter(({ entityId }) => entityId === end)
    .map(({ ownerId, economic }) => through(chains(edges, root, ownerId), economic))
    .reduce(plus, NOTHING)
}

test('whoever controls in the end is whom the definition names, taken to its fixed point', () => {
  fc.assert(
    fc.property(graph, (edges) => {
      const told = controllers(ownersFirst(names, edges, []), edges, [])
      const groups = new Map(names.map((name) => [name, controlledBy(name, edges)]))
      for (const name of names) {
        const holders = names.filter((other) => other !== name && groups.get(other)?.has(name))
        const last = holders.filter(
          (other) => !holders.some((above) => groups.get(above)?.has(other) && above !== other),
        )
        deepEqual(last, told.has(name) ? [told.get(name)?.controllerId] : [])
      }
    }),
  )
})

function controlledBy(start: string, edges: readonly Edge[]): Set<string> {
  const group = new Set([start])
  for (let size = 0; size < group.size;) {
    size = group.size
    for (const name of names) {
      const votes = edges.filter(({ entityId, ownerId }) => entityId === name && group.has(ownerId))
      if (2n * votes.reduce((sum, { voting }) => sum + voting, 0n) > WHOLE) group.add(name)
    }
  }
  return group
}

test('a circle is found exactly where some day has one', () => {
  const month = fc.integer({ min: 1, max: 9 })
  const edge = fc
    .record({ owner: fc.nat(4), entity: fc.nat(4), from: month, length: fc.option(fc.nat(5)) })
    .filter(({ owner, entity }) => owner !== entity)
    .map(({ owner, entity, from, length }): DatedEdge => {
      const until = length === null ? null : `2024-${String(from + length).padStart(2, '0')}-01`
      return { ownerId: `n${owner}`, entityId: `n${entity}`, from: `2024-0${from}-01`, until }
    })
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 8 }), edge, (edges, wanted) => {
      const circle = circleThrough(edges, wanted)
      const days = Array.from({ length: 15 }, (_nothing, at) => `2024-${String(at).padStart(2, '0')}-01`)
      const first = days.find((day) => closes(edges, wanted, day))
      equal(circle?.from, first)
      if (circle) deepEqual([circle.path[0], circle.path.at(-1)], [wanted.ownerId, wanted.ownerId])
    }),
  )
})

function closes(edges: readonly DatedEdge[], wanted: DatedEdge, day: string): boolean {
  const open = ({ from, until }: DatedEdge) => from <= day && (until === null || day <= until)
  if (!open(wanted)) return false
  const reached = new Set([wanted.ownerId])
  for (const id of reached)
    for (const edge of edges) if (open(edge) && edge.entityId === id) reached.add(edge.ownerId)
  return reached.has(wanted.entityId)
}
