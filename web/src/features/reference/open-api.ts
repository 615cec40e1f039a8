import { isRecord } from '#kernel/records.ts'

/** The OpenAPI document as the reference page needs it. What does not fit is left out, so that a newer server still shows. */
export interface OperationDoc {
  name: string
  module: string
  method: 'GET' | 'POST'
  path: string
  summary: string
  effect: string
  permission: string
  risk: string
  isPublic: boolean
  isUndoable: boolean
  /** Whether it can be made to wait for a person. */
  canWait: boolean
  input: FieldDoc[]
  output: FieldDoc[]
}

export interface FieldDoc {
  name: string
  type: string
  isRequired: boolean
  description: string
  bounds: Bound[]
}

/** Which limit, and its value: the words for it are the screen's. */
export interface Bound {
  kind: 'least' | 'most' | 'lengthMost' | 'itemsMost' | 'default'
  value: string
}

type Json = Record<string, unknown>

export function readOpenApi(document: unknown): OperationDoc[] {
  const schemas = recordAt(recordAt(document, 'components'), 'schemas')
  return Object.entries(recordAt(document, 'paths')).flatMap(([path, methods]) =>
    Object.entries(isRecord(methods) ? methods : {}).flatMap(([method, operation]) =>
      isRecord(operation) ? [operationDoc({ path, method, operation, schemas })] : [],
    ),
  )
}

function operationDoc(given: { path: string; method: string; operation: Json; schemas: Json }): OperationDoc {
  const { path, method, operation, schemas } = given
  const about = recordAt(operation, 'x-iza')
  const name = textAt(operation, 'operationId')
  const { security } = operation
  return {
    name,
    module: name.split('.', 1)[0] ?? '',
    method: method === 'get' ? 'GET' : 'POST',
    path,
    summary: textAt(operation, 'summary'),
    effect: textAt(about, 'effect'),
    permission: textAt(about, 'permission'),
    risk: textAt(about, 'risk'),
    isPublic: Array.isArray(security) && security.length === 0,
    isUndoable: about['isUndoable'] === true,
    canWait: '202' in recordAt(operation, 'responses'),
    input:
      method === 'get'
        ? queryFields(operation)
        : fieldsOf(jsonSchema(recordAt(operation, 'requestBody')), schemas),
    output: fieldsOf(jsonSchema(recordAt(recordAt(operation, 'responses'), '200')), schemas),
  }
}

function queryFields(operation: Json): FieldDoc[] {
  const parameters: unknown[] = Array.isArray(operation['parameters']) ? operation['parameters'] : []
  return parameters
    .filter(isRecord)
    .map((parameter) =>
      fieldDoc(textAt(parameter, 'name'), parameter['schema'], parameter['required'] === true),
    )
}

function fieldsOf(schema: Json, schemas: Json): FieldDoc[] {
  const { required, properties } = resolved(schema, schemas)
  const names: unknown[] = Array.isArray(required) ? required : []
  return Object.entries(isRecord(properties) ? properties : {}).map(([name, field]) =>
    fieldDoc(name, field, names.includes(name)),
  )
}

function fieldDoc(name: string, field: unknown, isRequired: boolean): FieldDoc {
  const schema = isRecord(field) ? field : {}
  return {
    name,
    isRequired,
    type: typeOf(schema),
    description: textAt(schema, 'description'),
    bounds: boundsOf(schema),
  }
}

function typeOf(schema: Json): string {
  const { enum: values, anyOf, items, $ref, format, type } = schema
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? ''
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ')
  if (Array.isArray(anyOf)) return anyOf.filter(isRecord).map(typeOf).join(' | ')
  if (type === 'array') return `${isRecord(items) ? typeOf(items) : 'any'}[]`
  if (isRecord(schema['properties'])) return `{ ${Object.keys(schema['properties']).join(', ')} }`
  if (typeof format === 'string') return `${textAt(schema, 'type')} (${format})`
  return typeof type === 'string' ? type : 'object'
}

/** JavaScript's own whole-number limits say nothing about the field. */
const BOUNDS = {
  minimum: 'least',
  maximum: 'most',
  maxLength: 'lengthMost',
  maxItems: 'itemsMost',
} as const

function boundsOf(schema: Json): Bound[] {
  const limits = Object.entries(BOUNDS).flatMap(([name, kind]) => {
    const value = schema[name]
    return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER
      ? [{ kind, value: String(value) }]
      : []
  })
  const { default: standard } = schema
  return standard === undefined ? limits : [...limits, { kind: 'default', value: JSON.stringify(standard) }]
}

function jsonSchema(holder: Json): Json {
  return recordAt(recordAt(recordAt(holder, 'content'), 'application/json'), 'schema')
}

function resolved(schema: Json, schemas: Json): Json {
  const { $ref } = schema
  return typeof $ref === 'string' ? recordAt(schemas, $ref.split('/').at(-1) ?? '') : schema
}

function recordAt(value: unknown, name: string): Json {
  const found = isRecord(value) ? value[name] : undefined
  return isRecord(found) ? found : {}
}

function textAt(value: Json, name: string): string {
  const found = value[name]
  return typeof found === 'string' ? found : ''
}
