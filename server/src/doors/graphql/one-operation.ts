import { GraphQLError, type ValidationRule } from 'graphql'

/**
 * One operation in a document, and of a kind that the schema has: validation by itself lets a subscription pass.
 * Mercurius 16.10.1 compiles a document for the operation that was named first and then runs it for every name: with
 * two in one document, a GET that named the query ran the mutation.
 */
export const oneOperation: ValidationRule = (context) => ({
  Document(node) {
    const operations = node.definitions.filter((one) => one.kind === 'OperationDefinition')
    const [only] = operations
    if (only && operations.length === 1) {
      if (context.getSchema().getRootType(only.operation)) return
      context.reportError(new GraphQLError(`There is no ${only.operation} here.`, { nodes: only }))
      return
    }
    context.reportError(
      new GraphQLError(`The document holds ${operations.length} operations; send one at a time.`, {
        nodes: operations,
      }),
    )
  },
})
