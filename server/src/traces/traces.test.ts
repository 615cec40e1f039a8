import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { present } from '#kernel/assert.ts'
import { OWNER, testSystem } from '#server/test-system.ts'
import { createOtlpExporter } from './otlp-exporter.ts'
import { testCollector, type ReceivedSpan } from './test-collector.ts'
import { readTraceparent } from './traceparent.ts'

const collector = await testCollector()
const traces = { endpoint: collector.endpoint, headers: { 'x-team': 'studio' }, serviceName: 'iza-test' }
const { url, machineKey } = await testSystem({ isFounded: true, worksRuns: true, traces })

function newParent(flags = '01') {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')]
  return { traceId, spanId, header: `00-${traceId}-${spanId}-${flags}` }
}

async function send(operation: string, traceparent: string, body: object) {
  const response = await fetch(`${url}/api/v1/${operation}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json', traceparent },
    body: JSON.stringify(body),
  })
  return { status: response.status, id: Object(await response.json()).id }
}

function createEntity(traceparent: string, name = 'Traced LLC') {
  return send('entities/create-entity', traceparent, { name, kind: 'LLC', jurisdiction: 'US-DE' })
}

function attribute({ attributes }: ReceivedSpan, wanted: string): unknown {
  const found = attributes.find(({ key }) => key === wanted)?.value
  return found && Object.values(found)[0]
}

/** All spans of a trace, once the one of its request is there: that ends last. */
async function traceOf(traceId: string): Promise<ReceivedSpan[]> {
  await collector.until((span) => span.traceId === traceId && span.kind === 2)
  return collector.spans.filter((span) => span.traceId === traceId)
}

test('a request is one trace from its caller to the commit', async () => {
  const { traceId, spanId, header } = newParent()
  equal((await createEntity(header)).status, 200)
  const spans = await traceOf(traceId)
  const named = (name: string) =>
    present(
      spans.find((span) => span.name === name),
      name,
    )
  const request = named('POST /api/v1/entities/create-entity')
  const invoked = named('entities.create-entity')
  const commit = named('COMMIT')
  deepEqual(
    [request.parentSpanId, invoked.parentSpanId, commit.parentSpanId],
    [spanId, request.spanId, invoked.spanId],
  )
  equal(attribute(request, 'http.response.status_code'), '200')
  equal(attribute(invoked, 'iza.door'), 'rest')
  equal(attribute(commit, 'db.system.name'), 'postgresql')
  ok(BigInt(commit.startTimeUnixNano) >= BigInt(request.startTimeUnixNano))
  ok(BigInt(commit.endTimeUnixNano) <= BigInt(request.endTimeUnixNano))
})

test('what is refused says so, and a caller who does not record is not recorded', async () => {
  const refused = newParent()
  await createEntity(refused.header, '')
  const invoked = (await traceOf(refused.traceId)).find(({ name }) => name === 'entities.create-entity')
  deepEqual(
    [invoked?.status.code, invoked && attribute(invoked, 'error.type')],
    [2, 'catalogue.invalid-input'],
  )
  const silent = newParent('00')
  await createEntity(silent.header)
  const next = newParent()
  await createEntity(next.header)
  await traceOf(next.traceId)
  deepEqual(
    collector.spans.filter(({ traceId }) => traceId === silent.traceId),
    [],
  )
})

test('many at once: no transaction stands in the trace of somebody who is not in it', async () => {
  const parents = Array.from({ length: 30 }, () => newParent())
  const { id: entityId } = await createEntity(newParent().header, 'Many LLC')
  const create = (header: string, at: number) =>
    send('businesses/create-business', header, { name: `Many ${at}`, entityId })
  await Promise.all(parents.map(({ header }, at) => create(header, at)))
  let commits = 0
  for (const { traceId } of parents) {
    const spans = await traceOf(traceId)
    const invoked = present(
      spans.find(({ name }) => name === 'businesses.create-business'),
      'its invocation',
    )
    const own = spans.filter(({ name }) => name === 'COMMIT')
    // A group that waited is told under its own first caller, and not a second time under whoever came before.
    ok(own.length <= 1, `${own.length} transactions for one invocation`)
    for (const commit of own) equal(commit.parentSpanId, invoked.spanId)
    commits += own.length
  }
  ok(commits > 1 && commits < 30, `${commits} transactions for thirty invocations`)
})

test('a run is a trace of its own, with its steps and their transactions', async () => {
  const step = await collector.until(({ name }) => name === 'step audit.seal-lines')
  const run = await collector.until(
    ({ name, traceId }) => name === 'run audit.seal-lines' && traceId === step.traceId,
  )
  equal(step.parentSpanId, run.spanId)
  ok(attribute(step, 'iza.run.step'))
  ok(collector.spans.some(({ name, parentSpanId }) => name === 'COMMIT' && parentSpanId === step.spanId))
})

test('all of it was OTLP, with our headers, and nothing of a studio’s is in it', () => {
  deepEqual(collector.complaints, [])
  ok(collector.requests.every(({ path, headers }) => path === '/v1/traces' && headers['x-team'] === 'studio'))
  const all = collector.bodies.join()
  ok(all.includes('{"key":"service.name","value":{"stringValue":"iza-test"}}'))
  for (const told of [machineKey, OWNER.email, OWNER.studioName, 'Traced LLC']) ok(!all.includes(told), told)
})

test('a collector that is not there costs spans and no request, and is told once', async () => {
  const told: string[] = []
  const exporter = createOtlpExporter({ ...traces, endpoint: 'http://127.0.0.1:1' }, (message) =>
    told.push(message),
  )
  const span = collector.spans[0]
  ok(span)
  for (let at = 0; at < 1000; at++) {
    exporter.take({
      ...span,
      parentSpanId: undefined,
      kind: 1,
      startMs: 0,
      endMs: 1,
      attributes: {},
      isError: false,
    })
  }
  await exporter.close()
  deepEqual(told, ['512 spans were dropped: the collector does not answer'])
})

test('a traceparent is read as the standard has it, and anything else is none', () => {
  const { traceId, spanId, header } = newParent()
  deepEqual(readTraceparent(header), { traceId, spanId, isRecorded: true })
  for (const wrong of [
    header.toUpperCase().replace('00-', '00-Z'),
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `ff-${traceId}-${spanId}-01`,
    header.slice(1),
  ]) {
    equal(readTraceparent(wrong), undefined, wrong)
  }
  fc.assert(fc.property(fc.string(), (text) => readTraceparent(text) === undefined))
})
