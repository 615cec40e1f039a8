import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { mcpClient } from '#server/test-doors.ts'
import { testSystem } from '#server/test-system.ts'
import { RESULT_CHARS_MAX } from './tool-result.ts'

const { url, machineKey: token } = await testSystem({ isFounded: true })
const agent = await mcpClient({ url, token })
// The client checks every answer against the output schema of its tool from here on.
await agent.tools()
const { output: entity } = await agent.call('entities_create_entity', {
  name: 'A LLC',
  kind: 'LLC',
  jurisdiction: 'US',
})
const LONG = 'What it does, and for whom. '.repeat(140).trim()
const names = Array.from({ length: 40 }, (_nothing, at) => `Business ${String(at).padStart(2, '0')}`)
for (const name of names) {
  await agent.call('businesses_create_business', { name, entityId: entity['id'], description: LONG })
}

test('a page that is too large is cut to what fits, and its cursor leads through all of it', async () => {
  const seen: string[] = []
  let cursor: unknown
  for (let page = 0; page < 40; page++) {
    const answer = await agent.call('businesses_list_businesses', cursor === undefined ? {} : { cursor })
    ok(answer.chars <= RESULT_CHARS_MAX, `${answer.chars}`)
    const items: { name: string; description: string }[] = Object(answer.output['items'])
    ok(
      items.every(({ description }) => description === LONG),
      'rows are whole',
    )
    seen.push(...items.map(({ name }) => name))
    equal(answer.output['total'], names.length)
    cursor = answer.output['nextCursor']
    equal(answer.meta['iza/cut'], cursor === null ? undefined : true)
    if (cursor === null) break
  }
  deepEqual(seen, names)
})

test('whoever names the fields gets the whole page at once', async () => {
  const answer = await agent.call('businesses_list_businesses', { fields: ['id', 'name', 'entity.name'] })
  const items: { name: string }[] = Object(answer.output['items'])
  deepEqual(
    items.map(({ name }) => name),
    names,
  )
  deepEqual(Object.keys(items[0] ?? {}), ['id', 'name', 'entity'])
  ok(answer.chars <= RESULT_CHARS_MAX && answer.meta['iza/cut'] === undefined)
})

test('one row that is too large is cut inside, with its ids whole, and a write of it counts as done', async () => {
  const links = Array.from({ length: 20 }, (_nothing, at) => `https://example.com/${at}/${'x'.repeat(1950)}`)
  const made = await agent.call('businesses_create_business', {
    name: 'ZZ large',
    entityId: entity['id'],
    description: LONG,
    links,
  })
  for (const answer of [
    made,
    await agent.call('businesses_get_business', { businessId: made.output['id'] }),
    await agent.call('businesses_list_businesses', { search: 'ZZ large' }),
  ]) {
    const row = Object(Array.isArray(answer.output['items']) ? answer.output['items'][0] : answer.output)
    deepEqual(
      [row.id, row.name, row.entity],
      [made.output['id'], 'ZZ large', { id: entity['id'], name: 'A LLC' }],
    )
    ok(answer.chars <= RESULT_CHARS_MAX && answer.isError === undefined)
    equal(answer.meta['iza/cut'], true)
    ok(answer.content.at(-1)?.text.includes('cut'))
  }
  const links0 = await agent.call('businesses_get_business', {
    businessId: made.output['id'],
    fields: ['name', 'tags'],
  })
  deepEqual(links0.output, { name: 'ZZ large', tags: [] })
})
