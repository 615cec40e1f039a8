import { z } from 'zod'
import { assert } from '#kernel/assert.ts'
import { isRecord } from '#kernel/records.ts'
import { nounOfId } from '#server/catalogue/fields.ts'

export type Json = Record<string, unknown>

/** What a JSON Schema says in the few words that GraphQL has for it. */
export type Shape = { isNullable: boolean } & (
  | { kind: 'text' | 'id' | 'boolean' | 'integer' | 'safe-integer' | 'number' | 'json' }
  | { kind: 'words'; words: string[] }
  | { kind: 'list'; of: Json; sizeMax: number | undefined }
  | { kind: 'object'; fields: [name: string, schema: Json][]; required: Set<string> }
  | { kind: 'named'; name: string }
)

const INT_MAX = 2 ** 31 - 1
const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/

/** `where` names the operation and the field, for whoever declared a shape that GraphQL has no words for. */
export function shapeOf(schema: Json, where: string): Shape {
  const alternatives = alternativesOf(schema)
  if (!alternatives) return { isNullable: schema['type'] === 'null', ...plainShape(schema, where) }
  const others = alternatives.filter(({ type }) => type !== 'null')
  const shapes = others.map((one) => shapeOf(one, where))
  const [first] = shapes
  assert(
    first && (shapes.length === 1 || shapes.every(({ kind }) => kind === 'text')),
    `${where} may be one of several shapes, which GraphQL cannot say. Give it one shape with optional fields.`,
  )
  return { ...first, isNullable: others.length < alternatives.length }
}

/** A choice is written as a list of schemas or, where they say nothing but their type, as a list of types. */
function alternativesOf(schema: Json): Json[] | undefined {
  const { anyOf, oneOf, type } = schema
  if (Array.isArray(type)) return type.map((one: unknown) => ({ type: one }))
  return [anyOf, oneOf].find(Array.isArray)?.filter(isRecord)
}

function plainShape(schema: Json, where: string) {
  const { type, $ref, enum: words } = schema
  if (typeof $ref === 'string') return { kind: 'named', name: definitionName($ref, where) } as const
  if (Array.isArray(words)) return { kind: 'words', words: z.array(z.string()).parse(words) } as const
  if (type === 'string') return { kind: nounOfId(schema) === undefined ? 'text' : 'id' } as const
  if (type === 'boolean' || type === 'number') return { kind: type } as const
  if (type === 'integer') return { kind: isSmall(schema) ? 'integer' : 'safe-integer' } as const
  if (type === 'array') {
    assert(
      isRecord(schema['items']),
      `${where} is a list whose items differ; GraphQL knows lists of one shape.`,
    )
    const { maxItems } = schema
    return {
      kind: 'list',
      of: schema['items'],
      sizeMax: typeof maxItems === 'number' ? maxItems : undefined,
    } as const
  }
  if (type === 'object') return objectShape(schema, where)
  assert(type === undefined || type === 'null', `${where} has the type ${String(type)}, which no door knows.`)
  return { kind: 'json' } as const
}

/** An object without fields of its own is a map from any text to a value: JSON, for GraphQL has no maps. */
function objectShape({ properties, required }: Json, where: string) {
  const fields = Object.entries(isRecord(properties) ? properties : {}).map(
    ([name, schema]): [string, Json] => {
      assert(NAME.test(name), `${where}.${name} is not a name in GraphQL`)
      return [name, isRecord(schema) ? schema : {}]
    },
  )
  if (fields.length === 0) return { kind: 'json' } as const
  return {
    kind: 'object',
    fields,
    required: new Set(z.array(z.string()).optional().parse(required)),
  } as const
}

function isSmall({ minimum, maximum }: Json): boolean {
  return (
    typeof minimum === 'number' && minimum >= -INT_MAX && typeof maximum === 'number' && maximum <= INT_MAX
  )
}

function definitionName(ref: string, where: string): string {
  const name = /^#\/\$defs\/(\w+)$/.exec(ref)?.[1]
  assert(name, `${where} refers to ${ref}; only schemas with a name of their own can be referred to`)
  return name
}
