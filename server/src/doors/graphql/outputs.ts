import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLOutputType,
} from 'graphql'
import { assert, present } from '#kernel/assert.ts'
import { isRecord } from '#kernel/records.ts'
import type { DoorContext } from './door-context.ts'
import { Reference } from './edge-loader.ts'
import type { Enums } from './enums.ts'
import { referredNode, type Node } from './references.ts'
import { Json, SafeInt } from './scalars.ts'
import { shapeOf, type Json as JsonSchema, type Shape } from './shape.ts'

export const SCALARS = {
  text: GraphQLString,
  id: GraphQLID,
  boolean: GraphQLBoolean,
  integer: GraphQLInt,
  'safe-integer': SafeInt,
  number: GraphQLFloat,
  json: Json,
}

type Field = GraphQLFieldConfig<unknown, DoorContext>

/** How long the list of this field can be; `page` where the operation's own `limit` says it. The cost is made of it. */
function sizeExtension(sizeMax: number | 'page') {
  return { sizeMax }
}

/** Object types out of output schemas: named ones once, others after the place where they stand. */
export class Outputs {
  readonly #nodes: ReadonlyMap<string, Node>
  readonly #enums: Enums
  readonly #definitions: ReadonlyMap<string, JsonSchema>
  readonly #types = new Map<string, GraphQLObjectType<unknown, DoorContext>>()

  constructor(given: {
    nodes: ReadonlyMap<string, Node>
    enums: Enums
    definitions: ReadonlyMap<string, JsonSchema>
  }) {
    this.#nodes = given.nodes
    this.#enums = given.enums
    this.#definitions = given.definitions
  }

  named(name: string): GraphQLObjectType<unknown, DoorContext> {
    const definition = present(this.#definitions.get(name), `no schema is named ${name}`)
    return this.#types.get(name) ?? this.#object(definition, name, false)
  }

  /** What an operation answers. `isPage`: its `items` are as many as its `limit` says. */
  answer(schema: JsonSchema, name: string, isPage: boolean): GraphQLObjectType<unknown, DoorContext> {
    assert(!this.#types.has(name) && !this.#definitions.has(name), `two types would be named ${name}`)
    return this.#object(schema, name, isPage)
  }

  #object(schema: JsonSchema, name: string, isPage: boolean): GraphQLObjectType<unknown, DoorContext> {
    const shape = shapeOf(schema, name)
    assert(shape.kind === 'object', `${name} has no fields, and GraphQL has no empty objects`)
    const type: GraphQLObjectType<unknown, DoorContext> = new GraphQLObjectType({
      name,
      ...described(schema),
      fields: () => this.#fields(shape, name, isPage),
    })
    this.#types.set(name, type)
    return type
  }

  #fields({ fields, required }: Shape & { kind: 'object' }, owner: string, isPage: boolean) {
    const isNode = [...this.#nodes.values()].some(({ type }) => type === owner)
    const made: Record<string, Field> = {}
    for (const [field, schema] of fields) {
      made[field] = this.#field(schema, {
        owner,
        field,
        isRequired: required.has(field),
        isNode,
        isPage: isPage && field === 'items',
      })
    }
    for (const [field, schema] of fields) {
      const edge = field.endsWith('Id') ? field.slice(0, -2) : undefined
      const referred = edge && !(edge in made) ? this.#refers(schema, 'id') : undefined
      if (edge && referred) made[edge] = this.#edgeById(field, referred)
    }
    return made
  }

  #field(
    schema: JsonSchema,
    at: { owner: string; field: string; isRequired: boolean; isNode: boolean; isPage: boolean },
  ): Field {
    const { owner, field, isRequired, isNode, isPage } = at
    const where = `${owner}.${field}`
    const shape = shapeOf(schema, where)
    const referred = this.#refers(shape.kind === 'list' ? shape.of : schema, 'object')
    const named = referred && this.named(referred.type)
    const type = this.#typeOf(shape, { owner, field, where }, named)
    const sizeMax = shape.kind === 'list' ? (shape.sizeMax ?? Number.POSITIVE_INFINITY) : undefined
    const isEdge = referred !== undefined && shape.kind !== 'list'
    const isNullable = shape.isNullable || !isRequired || isEdge
    return {
      type: isNullable ? type : new GraphQLNonNull(type),
      ...described(schema),
      ...(sizeMax !== undefined && { extensions: sizeExtension(isPage ? 'page' : sizeMax) }),
      ...((isNode || referred) && { resolve: readField(field, referred) }),
    }
  }

  /** `named` is the node type where an object refers to one: edges can be missing, so they are never required. */
  #typeOf(
    shape: Shape,
    at: { owner: string; field: string; where: string },
    named: GraphQLObjectType | undefined,
  ): GraphQLOutputType {
    if (shape.kind !== 'list') return named ?? this.#single(shape, at)
    const inner = shapeOf(shape.of, at.where)
    const type = this.#typeOf(inner, at, named)
    return new GraphQLList(inner.isNullable || named ? type : new GraphQLNonNull(type))
  }

  #single(
    shape: Exclude<Shape, { kind: 'list' }>,
    { owner, field }: { owner: string; field: string },
  ): GraphQLOutputType {
    if (shape.kind === 'named') return this.named(shape.name)
    if (shape.kind === 'words') return this.#enums(shape.words, { owner, field })
    if (shape.kind !== 'object') return SCALARS[shape.kind]
    const name = `${owner}${field.charAt(0).toUpperCase()}${field.slice(1)}`
    assert(!this.#types.has(name) && !this.#definitions.has(name), `two types would be named ${name}`)
    const type: GraphQLObjectType<unknown, DoorContext> = new GraphQLObjectType({
      name,
      fields: () => this.#fields(shape, name, false),
    })
    this.#types.set(name, type)
    return type
  }

  #refers(schema: JsonSchema, by: 'object' | 'id'): Node | undefined {
    const referred = referredNode(this.#nodes, withoutNull(schema))
    return referred?.by === by ? referred.node : undefined
  }

  #edgeById(idField: string, node: Node): Field {
    const read = readField(idField, undefined)
    return {
      type: this.named(node.type),
      description: `The ${node.noun.replaceAll('_', ' ')} of \`${idField}\`.`,
      resolve: async (source, _args, context) => {
        const id = await read(source, _args, context)
        return typeof id === 'string' ? new Reference(node, { id }) : null
      },
    }
  }
}

/** A field of an answer, or of a reference that may have to be followed for it. */
function readField(field: string, referred: Node | undefined) {
  const wrap = (value: unknown): unknown => {
    if (!referred) return value
    if (Array.isArray(value)) return value.map(wrap)
    return isRecord(value) ? new Reference(referred, value) : value
  }
  return (source: unknown, _args: unknown, { edges }: DoorContext): unknown => {
    if (!(source instanceof Reference)) return wrap(isRecord(source) ? source[field] : undefined)
    const value = source.read(field, edges)
    return value instanceof Promise ? value.then(wrap) : wrap(value)
  }
}

function withoutNull(schema: JsonSchema): JsonSchema {
  const alternatives = Array.isArray(schema['anyOf']) ? schema['anyOf'].filter(isRecord) : []
  const [first, ...more] = alternatives.filter(({ type }) => type !== 'null')
  return first && more.length === 0 ? first : schema
}

export function described({ description }: JsonSchema): { description?: string } {
  return typeof description === 'string' ? { description } : {}
}
