import { nameWords } from '#kernel/name-words.ts'
import { z } from 'zod'
import { assert } from '#kernel/assert.ts'
import { isRecord } from '#kernel/records.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import { canBeHeld } from '#server/catalogue/hold.ts'
import type { Operation } from '#server/catalogue/operation.ts'

type Json = Record<string, unknown>

/** A tool as `tools/list` shows it. */
export interface Tool {
  name: string
  title: string
  description: string
  inputSchema: Json & { type: 'object' }
  outputSchema?: Json & { type: 'object' }
  annotations: {
    title: string
    readOnlyHint: boolean
    destructiveHint: boolean
    idempotentHint: boolean
    openWorldHint: boolean
  }
}

export interface OperationTool {
  operation: Operation
  tool: Tool
  /** True where the answer is a page: `items` with `nextCursor`, as many as `limit` says. */
  isPaged: boolean
  /** What `fields` may name: paths into the answer, or into its items. */
  selectable: readonly string[]
}

/** What every read and every write takes beside its own input. */
export const FieldsArgument = z
  .array(z.string().min(1).max(100))
  .min(1)
  .max(50)
  .optional()
  .describe('Only these fields, such as ["name", "entity.name"]; of a list, the fields of its items.')
export const SendingArguments = {
  idempotencyKey: z
    .string()
    .max(200)
    .optional()
    .describe('Sent again with the same input, it answers what it answered before and does nothing twice.'),
  dryRun: z.boolean().optional().describe('Does everything and takes it back: what would happen.'),
}
const READ_ARGUMENTS = z.toJSONSchema(z.object({ fields: FieldsArgument }), { io: 'input' }).properties ?? {}
const WRITE_ARGUMENTS = z.toJSONSchema(z.object(SendingArguments), { io: 'input' }).properties ?? {}

/**
 * Every operation as a tool, made once: 300 tools registered per request cost 6.7 ms. What is public is left out: it
 * founds, or signs a browser in, and whoever calls a tool has a credential already.
 */
export function operationTools({ operations }: Catalogue): OperationTool[] {
  return operations.filter(({ scope }) => scope !== 'public').map(toolOf)
}

/** `businesses.create-business` is `businesses_create_business`. */
export function toolName({ module, verb }: { module: string; verb: string }): string {
  return `${module}_${verb}`.replaceAll('-', '_')
}

function toolOf(operation: Operation): OperationTool {
  const { name, summary, effect, risk } = operation
  const title = nameWords(operation.name)
  const isRead = effect === 'read'
  const { $schema: _of, ...input } = z.toJSONSchema(operation.input, { io: 'input' })
  const { $schema: _dialect, id: _id, ...output } = z.toJSONSchema(operation.output)
  const own = isRead ? READ_ARGUMENTS : WRITE_ARGUMENTS
  for (const taken of Object.keys(own)) {
    assert(
      !(taken in (input.properties ?? {})),
      `${name} has an input "${taken}", which its tool has already`,
    )
  }
  const { items } = output.properties ?? {}
  const isPaged =
    isRead && 'limit' in (input.properties ?? {}) && isRecord(items) && items['type'] === 'array'
  const of = isPaged ? Object(items).items : output
  return {
    operation,
    isPaged,
    selectable: pathsIn(of, Object(output.$defs)),
    tool: {
      name: toolName(operation),
      title,
      description: summary,
      inputSchema: { ...input, type: 'object', properties: { ...input.properties, ...own } },
      outputSchema: { ...loosened(canBeHeld(operation) ? orHeld(output) : output), type: 'object' },
      annotations: {
        title,
        readOnlyHint: isRead,
        destructiveHint: risk !== 'none',
        idempotentHint: isRead,
        openWorldHint: effect === 'external',
      },
    },
  }
}

/** Instead of the answer, where a write waits for a person. */
const HELD = {
  type: 'object',
  description: 'Set alone, where nothing was done yet: a person must accept it first. Do not send it again.',
  properties: { code: { type: 'string' }, message: { type: 'string' }, approvalId: { type: 'string' } },
}

/** A schema that only refers to one with a name is written out, for the name stands for the answer alone. */
function orHeld({ $ref, ...schema }: Json): Json {
  const definitions = isRecord(schema['$defs']) ? schema['$defs'] : {}
  const name = typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '') : ''
  const own = isRecord(definitions[name]) ? { ...schema, ...definitions[name] } : schema
  const properties = isRecord(own['properties']) ? own['properties'] : {}
  return { ...own, properties: { ...properties, heldForApproval: HELD } }
}

const PATH_DEPTH_MAX = 3

function pathsIn(schema: unknown, definitions: Json, depth = 1): string[] {
  if (!isRecord(schema) || depth > PATH_DEPTH_MAX) return []
  const { $ref, properties, items, anyOf } = schema
  if (typeof $ref === 'string') return pathsIn(definitions[$ref.split('/').at(-1) ?? ''], definitions, depth)
  if (Array.isArray(anyOf)) return anyOf.flatMap((one) => pathsIn(one, definitions, depth))
  if (isRecord(items)) return pathsIn(items, definitions, depth)
  if (!isRecord(properties)) return []
  return Object.entries(properties).flatMap(([name, inner]) =>
    [name].concat(pathsIn(inner, definitions, depth + 1).map((path) => `${name}.${path}`)),
  )
}

/** A selection leaves fields out, and a text that is cut fits no pattern: so the schema of an answer asks for neither. */
const TOO_STRICT = new Set(['required', 'pattern', 'format', 'minLength', 'minItems'])

function loosened(schema: unknown): Json {
  if (!isRecord(schema)) return {}
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
      if (TOO_STRICT.has(key)) return []
      if ((key === 'properties' || key === '$defs') && isRecord(value)) {
        return [
          [key, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, loosened(inner)]))],
        ]
      }
      if (key === 'items' || key === 'additionalProperties')
        return [[key, isRecord(value) ? loosened(value) : value]]
      if (Array.isArray(value) && /^(any|one|all)Of$/.test(key)) return [[key, value.map(loosened)]]
      return [[key, value]]
    }),
  )
}
