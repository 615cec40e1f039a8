import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { GraphQLObjectType, printType } from 'graphql'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { createCatalogue } from '#server/catalogue/catalogue.ts'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, onlyIds, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { graphqlSchema } from './graphql-schema.ts'

/** A read of this shape, in a module that no product has. */
function read(
  name: `shapes.${string}`,
  output: z.ZodObject,
  input: z.ZodObject = z.strictObject({}),
  more = {},
) {
  return operation({
    name,
    summary: 'Shows a shape.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'shapes.read',
    risk: 'none',
    input,
    output,
    examples: async () => [],
    handle: async () => ({}),
    ...more,
  })
}

function typeNamed(schema: ReturnType<typeof graphqlSchema>, name: string): string {
  return printType(present(schema.getType(name), name))
    .replaceAll(/\n *"""[^]*?"""/g, '')
    .replaceAll(/\n+/g, '\n')
}

const Entity = z.strictObject({ id: id('entity'), name: z.string() }).meta({ id: 'ShapedEntity' })
const listShapes = read(
  'shapes.list-shapes',
  pageOf(Entity),
  z.strictObject({ ids: onlyIds('entity'), ...PageFields }),
  { resolves: 'entity' },
)

test('shapes become types: numbers, words, maps, lists, references by object and by id', () => {
  const shape = z.strictObject({
    small: z.int().min(0).max(100),
    large: z.int(),
    share: z.number(),
    state: z.enum(['on-hold', 'open', 'true', '2nd']),
    labels: z.record(z.string(), z.string()),
    anything: z.unknown(),
    when: z.string().nullable(),
    maybe: z.string().optional(),
    holder: z.strictObject({ id: id('entity'), name: z.string() }),
    holders: z.array(z.strictObject({ id: id('entity') })),
    sellerId: id('entity').nullable(),
    inner: z.strictObject({ deep: z.array(z.strictObject({ word: z.string() })) }),
  })
  const schema = graphqlSchema(createCatalogue([read('shapes.get-shape', shape), listShapes]))
  equal(
    typeNamed(schema, 'ShapesGetShapeResult'),
    `type ShapesGetShapeResult {
  small: Int!
  large: SafeInt!
  share: Float!
  state: ShapesGetShapeResultState!
  labels: JSON!
  anything: JSON!
  when: String
  maybe: String
  holder: ShapedEntity
  holders: [ShapedEntity]!
  sellerId: ID
  inner: ShapesGetShapeResultInner!
  seller: ShapedEntity
}`,
  )
  const state = schema.getType('ShapesGetShapeResultState')
  deepEqual(state && 'getValues' in state ? state.getValues().map(({ name, value }) => [name, value]) : [], [
    ['on_hold', 'on-hold'],
    ['open', 'open'],
    ['word_true', 'true'],
    ['word_2nd', '2nd'],
  ])
  equal(schema.getType('ShapesGetShapeResultInnerDeep') instanceof GraphQLObjectType, true)
})

test('what GraphQL cannot say is refused at start, with the place and a way out', () => {
  const fine = z.strictObject({ a: z.string() })
  refused(
    z.strictObject({ a: z.union([z.string(), z.number()]) }),
    /ShapesGetShapeResult\.a may be one of several/,
  )
  refused(z.strictObject({ a: z.tuple([z.string(), z.number()]) }), /items differ/)
  refused(z.strictObject({ 'not-a-name': z.string() }), /not a name in GraphQL/)
  refused(z.strictObject({}), /no fields/)
  refused(z.strictObject({ a: z.enum(['a-b', 'a_b']) }), /spelled alike/)
  refused(fine, /may be one of several/, z.strictObject({ a: z.union([z.string(), z.number()]) }))
})

test('an operation that cannot keep what it resolves is refused by the catalogue', () => {
  const withoutIds = read('shapes.list-shapes', pageOf(Entity), z.strictObject(PageFields), {
    resolves: 'entity',
  })
  throws(() => createCatalogue([withoutIds]), /must list them by ids/)
  const second = read('shapes.list-others', pageOf(Entity), listShapes.input, { resolves: 'entity' })
  throws(() => createCatalogue([listShapes, second]), /second operation that resolves entity/)
})

function refused(output: z.ZodObject, message: RegExp, input?: z.ZodObject): void {
  throws(() => {
    const schema = graphqlSchema(createCatalogue([read('shapes.get-shape', output, input)]))
    for (const type of Object.values(schema.getTypeMap()))
      if (type instanceof GraphQLObjectType) type.getFields()
  }, message)
}
