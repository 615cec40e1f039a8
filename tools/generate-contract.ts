import { lexicographicSortSchema, printSchema } from 'graphql'
import { isRecord } from '#kernel/records.ts'
import { graphqlSchema } from '#server/doors/graphql/graphql-schema.ts'
import { META_TOOLS } from '#server/doors/mcp/meta-tools.ts'
import { operationTools } from '#server/doors/mcp/operation-tools.ts'
import { openApi } from '#server/doors/rest/openapi.ts'
import { declaredCatalogue } from '#server/all-modules.ts'

type Json = Record<string, unknown>

/** The files of `contract/`, by name: what clients import. A test compares them with what is committed. */
export function contractFiles(): Map<string, string> {
  const catalogue = declaredCatalogue()
  const document = openApi(catalogue)
  const tools = [...META_TOOLS, ...operationTools(catalogue).map(({ tool }) => tool)]
  return new Map([
    ['openapi.json', `${JSON.stringify(document, null, 1)}\n`],
    ['operations.d.ts', operationTypes(document)],
    ['schema.graphql', `${printSchema(lexicographicSortSchema(graphqlSchema(catalogue)))}\n`],
    ['mcp-tools.json', `${JSON.stringify(tools, null, 1)}\n`],
  ])
}

function operationTypes(document: Json): string {
  const schemas = record(record(document['components'])['schemas'])
  const named = Object.entries(schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema, '')}\n`,
  )
  const operations = Object.values(record(document['paths'])).flatMap((path) =>
    Object.values(record(path)).map((operation) => operationEntry(record(operation))),
  )
  return `// GENERATED from the catalogue by "npm run generate". Do not edit.

${named.join('\n')}
export interface Operations {
${operations.join('')}}

export type OperationName = keyof Operations
export type ReadName = { [N in OperationName]: Operations[N]['effect'] extends 'read' ? N : never }[OperationName]
export type WriteName = Exclude<OperationName, ReadName>
`
}

function operationEntry(operation: Json): string {
  const { effect } = record(operation['x-iza'])
  const answers = record(record(operation['responses'])['200'])
  return `  /** ${String(operation['summary'])} */
  '${String(operation['operationId'])}': {
    effect: '${String(effect)}'
    input: ${typeOf(inputOf(operation), '    ')}
    output: ${typeOf(contentOf(answers), '    ')}
  }
`
}

function inputOf(operation: Json): unknown {
  if (operation['requestBody'] !== undefined) return contentOf(record(operation['requestBody']))
  const parameters = list(operation['parameters']).map(record)
  return {
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [String(name), schema])),
    required: parameters.flatMap(({ name, required }) => (required === true ? [name] : [])),
  }
}

function contentOf(holder: Json): unknown {
  return record(record(holder['content'])['application/json'])['schema']
}

function typeOf(given: unknown, indent: string): string {
  const schema = record(given)
  const { $ref, anyOf, const: only, type } = schema
  const words = schema['enum']
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'unknown'
  if (Array.isArray(anyOf)) return anyOf.map((one) => typeOf(one, indent)).join(' | ')
  if (only !== undefined) return JSON.stringify(only)
  if (Array.isArray(words)) return words.map((word) => JSON.stringify(word)).join(' | ')
  if (Array.isArray(type)) return type.map((one) => typeOf({ ...schema, type: one }, indent)).join(' | ')
  if (type === 'array') return `(${typeOf(schema['items'], indent)})[]`
  if (type === 'object') return objectType(schema, indent)
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'string' || type === 'boolean' || type === 'null' ? type : 'unknown'
}

function objectType(schema: Json, indent: string): string {
  const required = list(schema['required'])
  const fields = Object.entries(record(schema['properties'])).map(([name, field]) => {
    const { description } = record(field)
    const comment =
      typeof description === 'string' ? `${indent}  /** ${description.replaceAll('*/', '* /')} */\n` : ''
    return `${comment}${indent}  ${name}${required.includes(name) ? '' : '?'}: ${typeOf(field, `${indent}  `)}\n`
  })
  if (fields.length > 0) return `{\n${fields.join('')}${indent}}`
  const open = schema['additionalProperties']
  return open === undefined || open === false
    ? 'Record<string, never>'
    : `Record<string, ${typeOf(open, indent)}>`
}

function record(value: unknown): Json {
  return isRecord(value) ? value : {}
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
