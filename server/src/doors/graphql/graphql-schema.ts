import {
  GraphQLBoolean,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
} from 'graphql'
import { z } from 'zod'
import { assert } from '#kernel/assert.ts'
import { isRecord } from '#kernel/records.ts'
import type { Catalogue } from '#server/catalogue/catalogue.ts'
import type { Operation } from '#server/catalogue/operation.ts'
import { idempotencyKeyFrom } from '../idempotency-key.ts'
import type { DoorContext } from './door-context.ts'
import { createEnums, type Enums } from './enums.ts'
import { argumentsOf } from './arguments-of.ts'
import { Outputs } from './outputs.ts'
import { nodesOf } from './references.ts'
import { shapeOf, type Json } from './shape.ts'

/** What a write takes beside its own input. */
const SENDING_ARGUMENTS = {
  idempotencyKey: {
    type: GraphQLString,
    description: 'Sent again with the same input, it answers what it answered before and does nothing twice.',
  },
  dryRun: {
    type: GraphQLBoolean,
    description: 'Does everything and takes it back: what would happen.',
  },
}

/** The catalogue as a GraphQL schema: reads are fields of Query, everything else of Mutation. */
export function graphqlSchema(catalogue: Catalogue): GraphQLSchema {
  const { operations } = catalogue
  const answers = operations.map((operation) => answerOf(operation))
  const definitions = new Map<string, Json>()
  for (const [name, schema] of answers.flatMap(({ defined }) => defined)) {
    const known = definitions.get(name)
    assert(!known || JSON.stringify(known) === JSON.stringify(schema), `two schemas are named ${name}`)
    definitions.set(name, schema)
  }
  const enums = createEnums()
  const outputs = new Outputs({ nodes: nodesOf(catalogue), enums, definitions })
  // Named schemas first, so that an enum which they share with an input is named after them.
  for (const name of [...definitions.keys()].sort()) outputs.named(name).getFields()

  const fields = operations.map((operation, at): [Operation, GraphQLFieldConfig<unknown, DoorContext>] => [
    operation,
    fieldOf(operation, { answer: answers[at]?.answer ?? {}, outputs, enums }),
  ])
  const root = (name: string, isIn: (operation: Operation) => boolean) =>
    new GraphQLObjectType({
      name,
      fields: Object.fromEntries(
        fields.flatMap(([operation, field]) => (isIn(operation) ? [[fieldName(operation), field]] : [])),
      ),
    })
  return new GraphQLSchema({
    query: root('Query', ({ effect }) => effect === 'read'),
    mutation: root('Mutation', ({ effect }) => effect !== 'read'),
  })
}

/** `businesses.list-businesses` is `businessesListBusinesses`. */
export function fieldName({ module, verb }: { module: string; verb: string }): string {
  return `${module}-${verb}`.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())
}

function fieldOf(
  operation: Operation,
  { answer, outputs, enums }: { answer: Json; outputs: Outputs; enums: Enums },
): GraphQLFieldConfig<unknown, DoorContext> {
  const { name, summary, effect } = operation
  const field = fieldName(operation)
  const owner = `${field.charAt(0).toUpperCase()}${field.slice(1)}`
  const shape = shapeOf(answer, name)
  const input = z.toJSONSchema(operation.input, { io: 'input' })
  const args = argumentsOf(input, { owner, enums })
  for (const taken of Object.keys(SENDING_ARGUMENTS)) {
    assert(!(taken in args), `${name} has an input "${taken}", which every mutation has already`)
  }
  const isRead = effect === 'read'
  const inputOf = withoutEmptyNulls(input)
  return {
    type:
      shape.kind === 'named'
        ? outputs.named(shape.name)
        : outputs.answer(answer, `${owner}Result`, 'limit' in args),
    description: summary,
    args: isRead ? args : { ...args, ...SENDING_ARGUMENTS },
    resolve: async (_source, given: Json, { run }, { path }) => {
      const { idempotencyKey, dryRun, ...rest } = given
      const sending = {
        path: String(path.key),
        isWrite: !isRead,
        isDryRun: dryRun === true,
        idempotencyKey: idempotencyKeyFrom(idempotencyKey),
      }
      return run(name, inputOf(isRead ? given : rest), sending)
    },
  }
}

/** GraphQL clients send null for "not given"; where the schema knows no null, that is what it means. */
function withoutEmptyNulls({ properties = {} }: { properties?: Json }): (given: Json) => Json {
  const nullable = new Set(
    Object.entries(properties).flatMap(([name, schema]) =>
      isRecord(schema) && shapeOf(schema, name).isNullable ? [name] : [],
    ),
  )
  return (given) =>
    Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== null || nullable.has(name)))
}

/** The schema of what an operation answers, and the schemas with names that it is made of. */
function answerOf({ output }: Operation): { answer: Json; defined: [name: string, schema: Json][] } {
  const { $schema: _dialect, $defs = {}, id, ...own } = z.toJSONSchema(output)
  const defined = Object.entries($defs).map(([name, { id: _id, ...schema }]): [string, Json] => [
    name,
    schema,
  ])
  if (typeof id !== 'string') return { answer: own, defined }
  return { answer: { $ref: `#/$defs/${id}` }, defined: [...defined, [id, own]] }
}
