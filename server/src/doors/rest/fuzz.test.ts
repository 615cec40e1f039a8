import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { isRecord } from '#kernel/records.ts'
import type { Operation } from '#server/catalogue/operation.ts'
import { declaredCatalogue } from '#server/all-modules.ts'
import { testSystem } from '#server/test-system.ts'
import { restPath } from './rest-door.ts'

/** How many requests: 20,000 with `npm run faults`, fewer in the suite, where the seed differs from day to day. */
const REQUESTS = Number(process.env['IZA_FUZZ_REQUESTS'] ?? 1500)
const AT_ONCE = 20

const { url, machineKey } = await testSystem({ isFounded: true })
/** Signing the machine out would be allowed, and so would founding be refused a thousand times; both are tried anyway. */
const { operations } = declaredCatalogue()

const ProblemJson = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().min(1),
  code: z.string().min(1),
  requestId: z.string(),
  approvalId: z.string().optional(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })),
})

const HOSTILE = [
  '',
  ' ',
  '\0',
  '\ud800',
  "'; drop table business; --",
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '${7*7}{{7*7}}',
  'a'.repeat(10_000),
  '\u202e\u200b\ufeff',
  '__proto__',
  'null',
  '-1',
  '1e999',
  'biz_01m85sb7dzab5x8gapnap5t3gm',
  'ent_zzzzzzzzzzzzzzzzzzzzzzzzzz',
  'ada@example.com',
]

/** Values near enough to what the schema says to get past the first check now and then. */
function valueFor(schema: unknown): fc.Arbitrary<unknown> {
  const anything = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue({ maxDepth: 3 }), fc.constant(null))
  if (!isRecord(schema)) return anything
  const { type, enum: words, items, anyOf } = schema
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(valueFor), anything)
  if (Array.isArray(words)) return fc.oneof(fc.constantFrom<unknown>(...words), anything)
  if (type === 'string') return fc.oneof(fc.string({ maxLength: 80 }), fc.constantFrom(...HOSTILE))
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer(), fc.double(), anything)
  if (type === 'boolean') return fc.oneof(fc.boolean(), anything)
  if (type === 'array') return fc.oneof(fc.array(valueFor(items), { maxLength: 5 }), anything)
  return type === 'object' ? inputFor(schema) : anything
}

function inputFor(schema: Record<string, unknown>): fc.Arbitrary<unknown> {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {}
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, valueFor(field)]),
  )
  const shaped = fc.record(fields, { requiredKeys: [] })
  const withMore = fc.tuple(
    shaped,
    fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue(), { maxKeys: 2 }),
  )
  return fc.oneof(
    { weight: 8, arbitrary: shaped },
    { weight: 1, arbitrary: withMore.map(([input, more]) => Object.assign({}, input, more)) },
    { weight: 1, arbitrary: fc.jsonValue() },
  )
}

interface Shot {
  operation: Operation
  input: unknown
  key: string | undefined
}

const shots: fc.Arbitrary<Shot> = fc.oneof(
  ...operations.map((operation) =>
    fc.record({
      operation: fc.constant(operation),
      input: inputFor(z.toJSONSchema(operation.input, { io: 'input' })),
      key: fc.option(fc.string({ maxLength: 30 }), { nil: undefined }),
    }),
  ),
)

async function fire({ operation, input, key }: Shot): Promise<{ status: number; body: unknown }> {
  const target = new URL(restPath(operation), url)
  const isRead = operation.effect === 'read'
  if (isRead && isRecord(input)) {
    for (const [name, value] of Object.entries(input))
      for (const one of Array.isArray(value) ? value : [value])
        target.searchParams.append(name.toWellFormed(), asText(one).toWellFormed())
  }
  const headers = new Headers({ authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' })
  if (key !== undefined && /^[\x20-\x7e]*$/.test(key)) headers.set('idempotency-key', key)
  const body = isRead ? null : JSON.stringify(input)
  const response = await fetch(target, { method: isRead ? 'GET' : 'POST', headers, body })
  return { status: response.status, body: await response.json() }
}

/** In a query, what is no text travels as its JSON. */
function asText(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

test(`${REQUESTS} requests made of the OpenAPI document meet no 5xx and no reply that breaks its schema`, async () => {
  const all = fc.sample(shots, REQUESTS)
  let refused = 0
  const lane = async () => {
    for (let shot = all.pop(); shot; shot = all.pop()) {
      const { status, body } = await fire(shot)
      const told = `${shot.operation.name} ${JSON.stringify(shot.input)?.slice(0, 500)}: ${status} ${JSON.stringify(body).slice(0, 500)}`
      ok(status < 500, told)
      const schema = status === 200 ? shot.operation.output : ProblemJson
      ok(schema.safeParse(body).success, told)
      if (status !== 200) refused++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  ok(refused > REQUESTS / 4, 'most of it was hostile, and some of it was refused')
})
