import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Schema = z.looseObject({})

const Described = z.object({
  operationId: z.string(),
  summary: z.string(),
  'x-iza': z.object({
    effect: z.enum(['read', 'write', 'external']),
    permission: z.string(),
    risk: z.string(),
  }),
  parameters: z.array(
    z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: Schema }),
  ),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: Schema }) }) })
    .optional(),
})

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Described)) })

const ObjectSchema = z.object({
  properties: z.record(z.string(), Schema).default({}),
  required: z.array(z.string()).default([]),
})

export interface Field {
  name: string
  isRequired: boolean
  schema: Record<string, unknown>
}

export interface Command {
  operation: string
  module: string
  verb: string
  summary: string
  isRead: boolean
  permission: string
  path: string
  fields: Field[]
}

/** Every operation of the generated contract as a command. */
export function readCommands(): Command[] {
  const text = readFileSync(new URL('../contract/openapi.json', import.meta.url), 'utf8')
  const { paths } = Document.parse(JSON.parse(text))
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.values(methods).map((described) => {
      const [module = '', verb = ''] = described.operationId.split('.')
      const { effect, permission } = described['x-iza']
      const { operationId: operation, summary } = described
      return {
        operation,
        module,
        verb,
        summary,
        isRead: effect === 'read',
        permission,
        path,
        fields: fieldsOf(described),
      }
    }),
  )
}

function fieldsOf({ parameters, requestBody }: z.output<typeof Described>): Field[] {
  if (!requestBody) {
    return parameters.flatMap(({ name, required, schema, in: place }) =>
      place === 'query' ? [{ name, isRequired: required, schema }] : [],
    )
  }
  const { properties, required } = ObjectSchema.parse(requestBody.content['application/json'].schema)
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    isRequired: required.includes(name),
    schema,
  }))
}
