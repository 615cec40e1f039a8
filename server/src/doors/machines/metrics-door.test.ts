import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testSystem } from '#server/test-system.ts'

const { url, machineKey, database } = await testSystem({ isFounded: true })
const records = await database.look()
const { rows: studios } = await records.query('select id from studio')
const studioId = idFrom('studio', studios[0].id)

/** As a proxy passes it on: not from this machine. */
const FROM_ELSEWHERE = { 'x-forwarded-for': '203.0.113.9' }

async function read(headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/metrics`, { headers })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

async function call(path: string, headers: Record<string, string>): Promise<number> {
  const response = await fetch(`${url}/api/v1/${path}`, { headers })
  await response.text()
  return response.status
}

/** The value of the one series that begins so. */
function valueOf(text: string, series: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

const token = { authorization: `Bearer ${machineKey}` }
const LIST = 'process="0",operation="businesses.list-businesses"'

test('every invocation is counted once, with its door and what came of it', async () => {
  for (let at = 0; at < 3; at++) equal(await call('businesses/list-businesses', token), 200)
  equal(await call('businesses/list-businesses?limit=0', token), 400)
  equal(await call('businesses/list-businesses', {}), 401)
  const { status, type, text } = await read()
  equal(status, 200)
  equal(type, 'text/plain; version=0.0.4; charset=utf-8')
  const counted = (rest: string) => valueOf(text, `iza_invocations_total{${LIST},door="rest",${rest}}`)
  equal(counted('outcome="done"'), 3)
  equal(counted('outcome="refused",kind="invalid"'), 1)
  equal(counted('outcome="refused",kind="unauthenticated"'), 1)
  equal(valueOf(text, `iza_invocation_duration_seconds_count{${LIST}}`), 5)
  equal(valueOf(text, `iza_invocation_duration_seconds_bucket{${LIST},le="+Inf"}`), 5)
  equal(valueOf(text, 'iza_http_responses_total{process="0",method="GET",status="401"}'), 1)
})

test('it is the text format, with each series once and its family before it', async () => {
  const { text } = await read()
  const seen = new Set<string>()
  let family = ''
  for (const line of text.trimEnd().split('\n')) {
    const named = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line)
    if (named) family = named[1] ?? ''
    if (line.startsWith('#')) continue
    const series = /^([a-z_]+(?:\{(?:[a-z]+="[^"\\]*",?)+\})?) -?[0-9.e+-]+$/.exec(line)?.[1] ?? ''
    ok(series !== '' && series.startsWith(family) && !seen.has(series), line)
    seen.add(series)
  }
  ok(seen.size > 30)
})

test('what stands in the database is told too', async () => {
  const { text } = await read()
  for (const status of ['queued', 'waiting', 'running', 'failed', 'outcome-unknown']) {
    equal(valueOf(text, `iza_runs{status="${status}"}`), 0)
  }
  equal(valueOf(text, 'iza_runs_oldest_due_seconds'), 0)
  const { rows } = await records.query('select count(*)::int as lines from audit_line')
  equal(valueOf(text, 'iza_audit_lines_unsealed'), rows[0].lines)
  equal(valueOf(text, 'iza_part_ok{process="0",part="database"}'), 1)
})

test('from elsewhere it takes a key that may, on the whole studio', async () => {
  const bearer = async (permissions: string[], covers: string | null = null) => {
    const person = await addPerson(database.app, { studioId, grants: [{ role: { permissions }, covers }] })
    return { ...FROM_ELSEWHERE, authorization: `Bearer ${person.token}` }
  }
  equal((await read(FROM_ELSEWHERE)).status, 401)
  equal((await read({ ...FROM_ELSEWHERE, authorization: 'Bearer iza_key_unknown' })).status, 401)
  // The key of this machine opens nothing from anywhere else.
  equal((await read({ ...FROM_ELSEWHERE, ...token })).status, 401)
  const refused = await read(await bearer(['runs.read', 'businesses.*']))
  equal(refused.status, 403)
  match(refused.text, /monitoring\.read/)
  const entityId = 'ent_01m85sb7dzab5x8gapnap5t3gm'
  equal((await read(await bearer(['*.read'], entityId))).status, 403)
  equal((await read(await bearer(['*.read']))).status, 200)
})

test('nothing of a studio is in it, and a name from outside makes no series of its own', async () => {
  const { text: before } = await read()
  await fetch(`${url}/api/v1/businesses/no-such-verb-7`, { headers: token }).then((answer) => answer.text())
  await fetch(`${url}/mcp`, { method: 'PROPFIND' }).then((answer) => answer.text())
  const { text } = await read()
  for (const told of [
    OWNER.studioName,
    OWNER.displayName,
    OWNER.email,
    studioId,
    machineKey,
    'no-such-verb',
  ]) {
    ok(!text.includes(told), told)
  }
  deepEqual(operations(text), operations(before))
  ok(!text.includes('PROPFIND'))
})

function operations(text: string): string[] {
  return [...new Set(text.match(/operation="[^"]*"/g))]
}
