import { z } from 'zod'
import { FieldsArgument, SendingArguments, type Tool } from './operation-tools.ts'

const OperationName = z.string().min(1).max(120).describe('The name of an operation, as `search` gives it.')
const Input = z
  .record(z.string().max(100), z.unknown())
  .default({})
  .describe('The input of the operation, as `describe` shows it.')

export const SearchInput = z.strictObject({
  query: z.string().trim().max(200).describe('Words, such as "create business"; empty lists what there is.'),
  limit: z.int().min(1).max(50).default(20),
})
export const DescribeInput = z.strictObject({ operations: z.array(OperationName).min(1).max(10) })
export const CallReadInput = z.strictObject({
  operation: OperationName,
  input: Input,
  fields: FieldsArgument,
})
export const CallWriteInput = z.strictObject({ operation: OperationName, input: Input, ...SendingArguments })

const FOUND = z.object({
  operations: z.array(
    z.object({ operation: z.string(), summary: z.string(), effect: z.string(), risk: z.string() }),
  ),
  total: z.int(),
})

/**
 * Four tools through which every operation can be found, understood and called: 300 operations as tools of their own
 * cost an agent about 100,000 tokens before its first word. Reads and writes stay two tools, so that a client can
 * still let the one pass and ask a person about the other.
 */
export const META_TOOLS: readonly Tool[] = [
  metaTool('search', {
    description: 'Finds operations of IZA OS by words, among those that you may use. Begin here.',
    input: SearchInput,
    output: FOUND,
    isRead: true,
  }),
  metaTool('describe', {
    description: 'Shows the input and output schema of operations, with effect, risk and permission.',
    input: DescribeInput,
    isRead: true,
  }),
  metaTool('call_read', {
    description: 'Calls an operation that only reads. It refuses every other.',
    input: CallReadInput,
    isRead: true,
  }),
  metaTool('call_write', {
    description: 'Calls an operation that changes something. It refuses reads. Try it first with dryRun.',
    input: CallWriteInput,
    isRead: false,
  }),
]

function metaTool(
  name: string,
  given: { description: string; input: z.ZodObject; output?: z.ZodObject; isRead: boolean },
): Tool {
  const { description, input, output, isRead } = given
  const words = name.replaceAll('_', ' ')
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`
  const { $schema: _dialect, ...inputSchema } = z.toJSONSchema(input, { io: 'input' })
  return {
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: 'object' },
    ...(output && { outputSchema: { ...withoutDialect(output), type: 'object' } }),
    annotations: {
      title,
      readOnlyHint: isRead,
      destructiveHint: !isRead,
      idempotentHint: isRead,
      openWorldHint: !isRead,
    },
  }
}

function withoutDialect(schema: z.ZodObject) {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema)
  return rest
}
