import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { isRecord } from '#kernel/records.ts'
import type { Operation } from './catalogue/operation.ts'
import { fieldName } from './doors/graphql/graphql-schema.ts'

type Json = Record<string, unknown>

const GraphqlAnswer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.object({
          code: z.string(),
          requestId: z.string(),
          errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
        }),
      }),
    )
    .optional(),
  extensions: z.object({ replayed: z.array(z.string()) }).optional(),
})

/** Asks `/graphql`, as software with a key does. */
export async function askGraphql(
  given: { url: string; token: string | undefined; headers?: Record<string, string> },
  query: string,
  variables: Json = {},
) {
  const { url, token, headers } = given
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  })
  const body = GraphqlAnswer.parse(await response.json())
  return { status: response.status, headers: response.headers, ...body, codes: codesOf(body) }
}

function codesOf({ errors = [] }: z.output<typeof GraphqlAnswer>): string[] {
  return errors.map(({ extensions }) => extensions.code)
}

/** The same invocation as a GraphQL document: every field of its output, every argument of its input. */
export function graphqlCall(schema: GraphQLSchema, operation: Operation, input: Json) {
  const isRead = operation.effect === 'read'
  const root = present(isRead ? schema.getQueryType() : schema.getMutationType(), 'a root')
  const name = fieldName(operation)
  const field = present(root.getFields()[name], `${name} is no field`)
  const given = field.args.filter((argument) => input[argument.name] !== undefined)
  const declared = given.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ')
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ')
  const selection = selectionOf(z.toJSONSchema(operation.output))
  const query = `${isRead ? 'query' : 'mutation'}${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selection} }`
  const variables = Object.fromEntries(
    given.map((argument) => [argument.name, spelled(input[argument.name], argument.type)]),
  )
  return {
    query,
    variables,
    read: (data: Json | null | undefined) => meant(data?.[name], field.type),
    field: name,
  }
}

/** Every field that the operation's own schema has; edges lead further and are not part of its answer. */
function selectionOf(schema: unknown, definitions: Json = Object(Object(schema).$defs)): string {
  if (!isRecord(schema)) return ''
  const { $ref, anyOf, items, properties } = schema
  if (typeof $ref === 'string') return selectionOf(definitions[$ref.split('/').at(-1) ?? ''], definitions)
  if (Array.isArray(anyOf)) return anyOf.map((one) => selectionOf(one, definitions)).join('')
  if (isRecord(items)) return selectionOf(items, definitions)
  if (!isRecord(properties)) return ''
  const fields = Object.entries(properties).map(
    ([name, inner]) => `${name} ${selectionOf(inner, definitions)}`,
  )
  return `{ ${fields.join(' ')} }`
}

/** Words as GraphQL spells them, however deep in the input they stand. */
function spelled(value: unknown, type: GraphQLType): unknown {
  const plain = getNullableType(type)
  if (isListType(plain))
    return Array.isArray(value) ? value.map((one): unknown => spelled(one, plain.ofType)) : value
  if (isInputObjectType(plain) && isRecord(value)) {
    const fields = plain.getFields()
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, spelled(inner, present(fields[name], name).type)]),
    )
  }
  if (!isEnumType(plain) || typeof value !== 'string') return value
  return present(
    plain.getValues().find((word) => word.value === value),
    `no word ${value}`,
  ).name
}

function meant(value: unknown, type: GraphQLType): unknown {
  const plain = getNullableType(type)
  if (value === null || value === undefined) return value
  if (isListType(plain)) {
    return Array.isArray(value) ? value.map((one): unknown => meant(one, plain.ofType)) : value
  }
  if (isEnumType(plain)) return typeof value === 'string' ? plain.getValue(value)?.value : value
  if (!isObjectType(plain) || !isRecord(value)) return value
  const fields = plain.getFields()
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, meant(inner, present(fields[name], name).type)]),
  )
}

const ToolAnswer = z.object({
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  isError: z.boolean().optional(),
  _meta: z.looseObject({
    'iza/scope': z.object({
      studio: z.string(),
      actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
      roles: z.array(z.object({ role: z.string(), covers: z.string().nullable() })),
    }),
    'iza/problem': z.object({ code: z.string(), message: z.string(), requestId: z.string() }).optional(),
    'iza/replayed': z.literal(true).optional(),
    'iza/dryRun': z.literal(true).optional(),
    'iza/cut': z.literal(true).optional(),
  }),
})

/** A client of the protocol's own makers, connected to `/mcp`. `era` is the revision that it insists on. */
export async function mcpClient(given: {
  url: string
  token: string
  era?: '2025' | '2026'
  query?: string
}) {
  const { url, token, era = '2026', query = '' } = given
  const mode = era === '2025' ? 'legacy' : { pin: '2026-07-28' }
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  const headers = { authorization: `Bearer ${token}` }
  const transport = new StreamableHTTPClientTransport(new URL(`/mcp${query}`, url), {
    requestInit: { headers },
  })
  await client.connect(transport)
  return {
    client,
    tools: async () => (await client.listTools()).tools,
    async call(name: string, input: Json = {}) {
      const answer = ToolAnswer.parse(await client.callTool({ name, arguments: input }))
      const { _meta: meta } = answer
      return {
        ...answer,
        meta,
        chars: JSON.stringify(answer).length,
        code: meta['iza/problem']?.code,
        output: answer.structuredContent ?? {},
      }
    },
  }
}
