import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql'

/** GraphQL's own Int ends at 2^31-1. */
export const SafeInt = new GraphQLScalarType({
  name: 'SafeInt',
  description: 'A whole number up to 2^53-1 either way.',
  serialize: safeInteger,
  parseValue: safeInteger,
  parseLiteral: (node) => safeInteger(node.kind === 'IntValue' ? Number(node.value) : undefined),
})

export const Json = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value, where no fixed shape is known.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
})

function safeInteger(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw new GraphQLError('SafeInt must be a whole number between -(2^53-1) and 2^53-1')
}
