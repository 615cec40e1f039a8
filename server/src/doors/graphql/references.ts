import { z } from 'zod'
import { assert } from '#kernel/assert.ts'
import { isRecord } from '#kernel/records.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import { nounOfId } from '#server/catalogue/fields.ts'
import type { Json } from './shape.ts'

/** A noun that some operation finds by ids: every reference to it can be followed. */
export interface Node {
  noun: string
  /** The operation that lists it by `ids`. */
  operation: string
  /** The name of its schema: `Business`. */
  type: string
  fields: ReadonlySet<string>
}

/** Nodes by noun, from the operations that say `resolves`. */
export function nodesOf({ operations }: Catalogue): Map<string, Node> {
  const nodes = operations.flatMap(({ name, resolves, output }): Node[] => {
    if (!resolves) return []
    const { properties = {}, $defs = {} } = z.toJSONSchema(output)
    const item = Object(Object(properties['items']).items)
    const type = /^#\/\$defs\/(\w+)$/.exec(String(item.$ref))?.[1]
    assert(type, `${name} resolves ${resolves}, so its items need a name: .meta({ id: '…' })`)
    const fields = new Set(Object.keys($defs[type]?.properties ?? {}))
    return [{ noun: resolves, operation: name, type, fields }]
  })
  return new Map(nodes.map((node) => [node.noun, node]))
}

/** The node that a field refers to, or undefined. An object that carries no more than the node has is one; so is its id. */
export function referredNode(
  nodes: ReadonlyMap<string, Node>,
  schema: Json,
): { node: Node; by: 'object' | 'id' } | undefined {
  const noun = nounOfId(schema)
  const node = noun === undefined ? undefined : nodes.get(noun)
  if (node) return { node, by: 'id' }
  const properties = isRecord(schema['properties']) ? schema['properties'] : {}
  const { id } = properties
  const inner = isRecord(id) ? nodes.get(nounOfId(id) ?? '') : undefined
  return inner && Object.keys(properties).every((name) => inner.fields.has(name))
    ? { node: inner, by: 'object' }
    : undefined
}
