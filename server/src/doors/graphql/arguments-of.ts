import {
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLArgumentConfig,
  type GraphQLInputType,
} from 'graphql'
import { assert } from '#kernel/assert.ts'
import type { Enums } from './enums.ts'
import { SCALARS, described } from './outputs.ts'
import { shapeOf, type Json, type Shape } from './shape.ts'

/** The arguments of an operation's field, out of its input schema. */
export function argumentsOf(
  schema: Json,
  { owner, enums }: { owner: string; enums: Enums },
): Record<string, GraphQLArgumentConfig> {
  const shape = shapeOf(schema, owner)
  return shape.kind === 'object' ? fieldsOf(shape, owner, enums) : {}
}

function fieldsOf({ fields, required }: Shape & { kind: 'object' }, owner: string, enums: Enums) {
  return Object.fromEntries(
    fields.map(([field, schema]): [string, GraphQLArgumentConfig] => {
      const shape = shapeOf(schema, `${owner}.${field}`)
      const type = inputType(shape, { owner, field, enums })
      const { default: value } = schema
      const isRequired = required.has(field) && !shape.isNullable
      return [
        field,
        {
          type: isRequired ? new GraphQLNonNull(type) : type,
          ...described(schema),
          ...(value !== undefined && { defaultValue: value }),
        },
      ]
    }),
  )
}

function inputType(shape: Shape, at: { owner: string; field: string; enums: Enums }): GraphQLInputType {
  const { owner, field, enums } = at
  const name = `${owner}${field.charAt(0).toUpperCase()}${field.slice(1)}`
  if (shape.kind === 'list') {
    const inner = shapeOf(shape.of, name)
    const type = inputType(inner, at)
    return new GraphQLList(inner.isNullable ? type : new GraphQLNonNull(type))
  }
  if (shape.kind === 'words') return enums(shape.words, at)
  if (shape.kind === 'object') {
    return new GraphQLInputObjectType({ name: `${name}Input`, fields: fieldsOf(shape, name, enums) })
  }
  assert(shape.kind !== 'named', `${name} is an input that refers to a named schema; inputs are written out`)
  return SCALARS[shape.kind]
}
