import {
  GraphQLInterfaceType,
  GraphQLObjectType,
  getNamedType,
  isListType,
  valueFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { present } from '#kernel/assert.ts'
import { tooCostly, tooDeep } from './problems.ts'

/** A list of 200 businesses with all their fields and both edges costs about 4,200: a page of the largest kind passes. */
const COST_MAX = 10_000
/** Each is a transaction, so fifty of them is all that one request can start. */
const OPERATION_COST = 200
/** The whole schema is about as much work as a full page. */
const INTROSPECTION_COST = 3000
/** List of a full object, two edges, and room for as much again. */
const DEPTH_MAX = 10
/** What a page without a limit of its own is taken for. */
const SIZE_UNKNOWN = 50
/** What a list within a row is taken for: it came with the row, so it costs its writing out and no reading. */
const SIZE_WITHIN = 10

interface Price {
  cost: number
  depth: number
}

interface Counting {
  schema: GraphQLSchema
  variables: Readonly<Record<string, unknown>>
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** Each fragment once per type and page: fragments that spread fragments would double with every level. */
  prices: Map<string, Price>
}

/**
 * Refuses what could be too much, before anything of it runs: throws `graphql.too-costly` or `graphql.too-deep`. A
 * field costs one, times the rows of every list above it; aliases are fields, so a thousand of them cost a thousand.
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === 'FragmentDefinition' ? [[node.name.value, node] as const] : [],
    ),
  )
  const counting: Counting = { schema, variables, fragments, prices: new Map() }
  for (const node of document.definitions) {
    if (node.kind !== 'OperationDefinition') continue
    const root = present(schema.getRootType(node.operation), 'validation refuses what has no root')
    const { cost, depth } = priceOf(node.selectionSet, { type: root, pageSize: 0, isRoot: true }, counting)
    if (depth > DEPTH_MAX) throw tooDeep(depth, DEPTH_MAX)
    if (cost > COST_MAX) throw tooCostly(cost, COST_MAX)
  }
}

interface Place {
  type: GraphQLNamedType
  /** The `limit` of the operation whose answer this is. */
  pageSize: number
  isRoot: boolean
}

function priceOf(selected: SelectionSetNode, place: Place, counting: Counting): Price {
  const total: Price = { cost: 0, depth: 0 }
  for (const node of selected.selections) {
    const price =
      node.kind === 'Field'
        ? fieldPrice(node, place, counting)
        : node.kind === 'FragmentSpread'
          ? fragmentPrice(node.name.value, place, counting)
          : priceOf(node.selectionSet, place, counting)
    total.cost += price.cost
    total.depth = Math.max(total.depth, price.depth)
  }
  return total
}

function fragmentPrice(name: string, place: Place, counting: Counting): Price {
  const key = `${name} ${place.type.name} ${place.pageSize}`
  const known = counting.prices.get(key)
  if (known) return known
  const { selectionSet } = present(counting.fragments.get(name), 'validation refuses unknown fragments')
  const price = priceOf(selectionSet, place, counting)
  counting.prices.set(key, price)
  return price
}

function fieldPrice(node: FieldNode, { type, pageSize, isRoot }: Place, counting: Counting): Price {
  const name = node.name.value
  if (name.startsWith('__')) return { cost: name === '__typename' ? 1 : INTROSPECTION_COST, depth: 1 }
  const fields =
    type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType ? type.getFields() : {}
  const field = present(fields[name], 'validation refuses unknown fields')
  const own = isRoot ? OPERATION_COST : 1
  if (!node.selectionSet) return { cost: own, depth: 1 }
  const inner = priceOf(
    node.selectionSet,
    {
      type: getNamedType(field.type),
      pageSize: isRoot ? limitOf(node, field, counting) : pageSize,
      isRoot: false,
    },
    counting,
  )
  return { cost: own + sizeOf(field, pageSize) * inner.cost, depth: inner.depth + 1 }
}

function sizeOf(field: GraphQLField<unknown, unknown>, pageSize: number): number {
  const { sizeMax } = field.extensions
  if (sizeMax === 'page') return pageSize
  const isList = isListType(field.type) || ('ofType' in field.type && isListType(field.type.ofType))
  return isList && typeof sizeMax === 'number' ? Math.min(sizeMax, SIZE_WITHIN) : 1
}

/** What the caller asked for, or the default. A limit that makes no sense is refused later, so any number will do. */
function limitOf(node: FieldNode, field: GraphQLField<unknown, unknown>, { variables }: Counting): number {
  const declared = field.args.find(({ name }) => name === 'limit')
  if (!declared) return SIZE_UNKNOWN
  const given = node.arguments?.find(({ name }) => name.value === 'limit')
  const value: unknown = given ? valueFromAST(given.value, declared.type, variables) : undefined
  const limit = typeof value === 'number' ? value : Number(declared.defaultValue ?? SIZE_UNKNOWN)
  return Math.max(1, limit)
}
