import { z } from 'zod'
import { isRecord } from '#kernel/records.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import { canBeHeld } from '#server/catalogue/hold.ts'
import type { Operation } from '#server/catalogue/operation.ts'
import { STATUS_OF } from './problem-json.ts'

type Json = Record<string, unknown>

/** The catalogue as an OpenAPI 3.1 document: the contract that clients, the CLI and the reference page are made from. */
export function openApi({ operations }: Catalogue): Json {
  const schemas: Json = { Problem: PROBLEM }
  const paths: Json = {}
  for (const operation of operations) {
    paths[`/api/v1/${operation.module}/${operation.verb}`] = {
      [operation.effect === 'read' ? 'get' : 'post']: described(operation, schemas),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'IZA OS',
      version: '1',
      description: 'The operating system of a venture studio. Every operation of the catalogue, once.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { session: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, or the key file of the machine itself.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'iza_access',
          description: 'What sign-in gives a browser.',
        },
      },
    },
  }
}

function described(operation: Operation, schemas: Json): Json {
  const { name, module, summary, effect, scope, permission, risk, isUndoable, isSensitive, isForPeople } =
    operation
  const input = schemaOf(operation.input, 'input', schemas)
  return {
    operationId: name,
    tags: [module],
    summary,
    ...(scope === 'public' && { security: [] }),
    'x-iza': { effect, scope, permission, risk, isUndoable, isSensitive, isForPeople },
    ...(effect === 'read'
      ? { parameters: queryParameters(input) }
      : { parameters: WRITE_HEADERS, requestBody: body(input) }),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(operation.output, 'output', schemas) } },
      },
      ...(canBeHeld(operation) && { [STATUS_OF.held]: HELD_RESPONSE }),
      ...Object.fromEntries(refusals(operation).map((status) => [status, PROBLEM_RESPONSE])),
      default: PROBLEM_RESPONSE,
    },
  }
}

/** The schema itself; what has a name of its own (`Business`) moves to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema: _dialect, $defs, ...rest } = z.toJSONSchema(schema, { io })
  for (const [name, { id: _id, ...definition }] of Object.entries($defs ?? {}))
    schemas[name] = pointed(definition)
  const { id, ...own } = rest
  if (id === undefined) return pointed(own)
  schemas[id] = pointed(own)
  return { $ref: `#/components/schemas/${id}` }
}

function pointed(schema: object): Json {
  const moved: unknown = JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))
  return isRecord(moved) ? moved : {}
}

function queryParameters(input: Json): Json[] {
  const { properties, required } = input
  const names: unknown[] = Array.isArray(required) ? required : []
  return Object.entries(isRecord(properties) ? properties : {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: names.includes(name),
    schema,
  }))
}

function body(schema: Json): Json {
  return { required: true, content: { 'application/json': { schema } } }
}

function refusals({ scope, effect }: Operation): number[] {
  const always = [STATUS_OF.invalid]
  const signedIn =
    scope === 'public' ? [] : [STATUS_OF.unauthenticated, STATUS_OF.forbidden, STATUS_OF['not-found']]
  return [...always, ...signedIn, ...(effect === 'read' ? [] : [STATUS_OF.conflict])]
}

const WRITE_HEADERS = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Sent again with the same input, it answers what it answered before and does nothing twice.',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
  {
    name: 'Iza-Dry-Run',
    in: 'header',
    description: '"true" does everything and takes it back: what would happen.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
]

const PROBLEM_RESPONSE = {
  description: 'A problem (RFC 9457): what is wrong, the value, what to do.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const HELD_RESPONSE = {
  ...PROBLEM_RESPONSE,
  description:
    'Not done yet: it waits for a person as `approvalId`. Sent again with the same idempotency key it answers the same, and its answer when it is done.',
}

const PROBLEM = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', description: 'Stable: it never changes and never means something else.' },
    requestId: { type: 'string' },
    approvalId: {
      type: 'string',
      description: 'Set where it is about an approval: see approvals.get-approval.',
    },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'Where in the input, as a JSON Pointer (RFC 6901).' },
          detail: { type: 'string' },
        },
        required: ['pointer', 'detail'],
        additionalProperties: false,
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId', 'errors'],
  additionalProperties: false,
}
