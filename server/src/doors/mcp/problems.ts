import { problem } from '#kernel/problem.ts'

export const unknownTool = problem(
  'not-found',
  'mcp.unknown-tool',
  (name: string) =>
    `There is no tool or operation "${name.slice(0, 120)}" here. Find one with the tool "search".`,
)

export const notARead = problem(
  'invalid',
  'mcp.not-a-read',
  (operation: string) => `${operation} changes something, so call_read refuses it. Send it to call_write.`,
)

export const notAWrite = problem(
  'invalid',
  'mcp.not-a-write',
  (operation: string) => `${operation} only reads, so call_write refuses it. Send it to call_read.`,
)

export const unknownField = problem(
  'invalid',
  'mcp.unknown-field',
  (field: string, known: readonly string[]) =>
    `There is no field "${field.slice(0, 100)}" in this answer. It has: ${known.slice(0, 60).join(', ')}.`,
)

export const resultTooLarge = problem(
  'invalid',
  'mcp.result-too-large',
  () =>
    'The answer is larger than 8,000 tokens even when it is cut. Name the fields that you need with "fields".',
)

export const batchTooLong = problem(
  'invalid',
  'mcp.batch-too-long',
  (length: number, lengthMax: number) =>
    `This batch holds ${length} messages, and ${lengthMax} is the most. Send it in parts.`,
)

export const postOnly = problem(
  'invalid',
  'mcp.post-only',
  (method: string) =>
    `${method} has no meaning at /mcp: it keeps no sessions and no streams. Send each message by POST.`,
)

export const tooManyDescribed = problem(
  'invalid',
  'mcp.too-many-described',
  () => 'The schemas of these operations are larger than 8,000 tokens. Describe fewer at once.',
)
