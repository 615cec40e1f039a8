import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { lastEndedBefore, previousPeriod, today } from '#kernel/periods.ts'
import { testRuns, waitFor } from '#server/runs/test-runs.ts'
import { lastMailTo, readMails } from '#server/test-mails.ts'
import { addPerson, addStudio } from '#server/test-people.ts'
import { TEST_MEANS } from '#server/test-system.ts'
import { askOwners } from './ask-owners.ts'
import { mailRequest } from './mail-request.ts'
import { refusal } from '#server/test-refusal.ts'
import { shown } from './test-kpis.ts'

const way = await testRuns()
const { call, database, machineKey, records, startWorking, studioId } = way
const LAST = lastEndedBefore('month', today())
const BEFORE = previousPeriod(LAST).name
const programs = [askOwners(TEST_MEANS), mailRequest(TEST_MEANS)]
const entity = async (name: string) =>
  String(
    (await call('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE' }, machineKey))['id'],
  )
const [holding, other] = [await entity('Holding LLC'), await entity('Other LLC')]
startWorking([mailRequest(TEST_MEANS)])

async function person(covers: string | null = null, studio = studioId) {
  const made = await addPerson(database.app, { studioId: studio, grants: [{ role: 'operator', covers }] })
  return { ...made, email: `${made.personId}@example.com` }
}

async function business(name: string, ownerId?: string, entityId = holding): Promise<string> {
  const { id, revision } = await call('businesses.create-business', { name, entityId }, machineKey)
  if (ownerId) await call('businesses.update-business', { businessId: id, revision, ownerId }, machineKey)
  return String(id)
}

let kpis = 0
async function kpi(given: object = {}): Promise<string> {
  const input = { name: `Revenue ${kpis++}`, unit: 'money', currency: 'EUR', ...given }
  return String((await call('kpis.create-kpi', input, machineKey))['id'])
}

const request = (kpiId: string, businessIds: string[], token = machineKey) =>
  call('kpis.request-values', { kpiId, businessIds }, token)

async function mailed(email: string, attempt: () => Promise<unknown>): Promise<string> {
  const before = readMails().length
  await attempt()
  await waitFor(async () => ({
    isThere: readMails()
      .slice(before)
      .some(({ to }) => to === email),
    seen: readMails().length,
  }))
  return lastMailTo(email).token
}

const code = async (attempt: Promise<unknown>) => (await refusal(attempt)).code

test('owners are asked by one mail each, and answer by its link without signing in', async () => {
  const [ada, grace] = [await person(), await person()]
  const kpiId = await kpi({ name: 'Active users', unit: 'count', currency: null, ownerId: grace.personId })
  const [one, two, third] = [
    await business('Lovelace', ada.personId),
    await business('Babbage', ada.personId),
    await business('Jacquard'),
  ]
  const token = await mailed(ada.email, async () => {
    const { requests, notAsked } = await request(kpiId, [one, two, third])
    deepEqual(notAsked, [])
    const told = Object(requests).map((made: Record<string, unknown>) => [made['personId'], made['asks']])
    deepEqual(
      new Map(told),
      new Map([
        [ada.personId, 2],
        [grace.personId, 1],
      ]),
    )
  })
  const mail = lastMailTo(ada.email)
  equal(mail.subject, '2 values are asked for')
  ok(mail.text.includes(`- Active users of Babbage, ${LAST.name}`), mail.text)
  ok(mail.text.includes('http://localhost:3000/answer#iza_answer_'), mail.text)

  const form = await call('kpis.open-request', { token })
  deepEqual(
    shown({ items: form['asks'] }).map((ask) => [Object(ask).business.name, Object(ask).period]),
    [
      ['Babbage', LAST.name],
      ['Lovelace', LAST.name],
    ],
  )
  const values = [
    { businessId: one, kpiId, period: LAST.name, value: '1200' },
    { businessId: two, kpiId, period: LAST.name, value: '7', note: 'A slow month.' },
  ]
  deepEqual(await call('kpis.answer-request', { token, values }), { recorded: 2 })

  const [stands] = shown(await call('kpis.list-values', { businessId: one, kpiId }, machineKey))
  const { value, provenance, source, recordedBy } = Object(stands)
  deepEqual(
    { value, provenance, source, recordedBy },
    {
      value: '1200',
      provenance: 'claimed',
      source: 'answer link',
      recordedBy: { kind: 'person', id: ada.personId, name: 'Test Person' },
    },
  )
  const listed = shown(await call('kpis.list-requests', { kpiId }, machineKey)).map((row) => {
    const { person: asked, status, asks, openedAt } = Object(row)
    return [asked.id, { status, asks: asks.length, isOpened: openedAt !== null }]
  })
  deepEqual(Object.fromEntries(listed), {
    [ada.personId]: { status: 'answered', asks: 2, isOpened: true },
    [grace.personId]: { status: 'open', asks: 1, isOpened: false },
  })
})

test('a link takes one answer; expired, cut or for something else it takes none, and says so', async () => {
  const ada = await person()
  const kpiId = await kpi()
  const [asked, beside] = [await business('Asked', ada.personId), await business('Beside', ada.personId)]
  const token = await mailed(ada.email, () => request(kpiId, [asked]))
  const value = { businessId: asked, kpiId, period: LAST.name, value: '12.50' }
  const answer = (values: object[], given = token) => call('kpis.answer-request', { token: given, values })

  const stranger = await refusal(answer([value, { ...value, businessId: beside }]))
  deepEqual([stranger.code, stranger.fields[0]?.path], ['kpis.values-refused', '/values/1/businessId'])
  const digits = await refusal(answer([{ ...value, value: '1.234' }]))
  deepEqual([digits.code, digits.fields[0]?.path], ['kpis.values-refused', '/values/0/value'])
  equal(await code(answer([value], token.slice(0, -1))), 'kpis.request-unknown')
  equal(await code(call('kpis.open-request', { token: 'iza_answer_x' })), 'kpis.request-unknown')
  equal(await code(call('identity.get-me', {}, token)), 'catalogue.credential-ended')
  deepEqual(shown(await call('kpis.list-values', { kpiId }, machineKey)), [])

  const both = await Promise.allSettled([answer([value]), answer([{ ...value, value: '13' }])])
  deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  equal(shown(await call('kpis.list-values', { kpiId }, machineKey)).length, 1)
  match((await refusal(answer([value]))).message, /was answered on \d{4}-/)
  equal(await code(call('kpis.open-request', { token })), 'kpis.request-answered')

  const late = await mailed(ada.email, () => request(kpiId, [beside]))
  await records.query('alter table kpi_request disable trigger kept')
  await records.query(
    `update kpi_request set expires_at = now() - interval '1 minute' where answered_at is null`,
  )
  await records.query('alter table kpi_request enable trigger kept')
  const lateValue = { ...value, businessId: beside }
  equal(await code(answer([lateValue], late)), 'kpis.request-expired')
  equal(await code(answer([lateValue], late)), 'kpis.request-expired')
  deepEqual(shown(await call('kpis.list-values', { businessId: beside, kpiId }, machineKey)), [])
  const [expired] = shown(await call('kpis.list-requests', { kpiId, status: 'expired' }, machineKey))
  equal(Object(expired).person.id, ada.personId)
})

test('whoever has left the studio answers no more, and is not asked', async () => {
  const ada = await person()
  const kpiId = await kpi()
  const businessId = await business('Left behind', ada.personId)
  const token = await mailed(ada.email, () => request(kpiId, [businessId]))
  await call('identity.end-membership', { personId: ada.personId }, machineKey)
  const values = [{ businessId, kpiId, period: LAST.name, value: '1' }]
  equal((await refusal(call('kpis.answer-request', { token, values }))).code, 'kpis.request-ended')
  deepEqual(await request(kpiId, [businessId]), {
    requests: [],
    notAsked: [{ businessId, because: 'no-owner' }],
    isMailed: false,
  })
})

test('rights: who covers one entity asks there, and sees of a request what they cover', async () => {
  const [owner, narrow] = [await person(), await person(other)]
  const kpiId = await kpi({ ownerId: owner.personId })
  const [theirs, hidden] = [await business('Theirs', undefined, other), await business('Hidden')]
  await request(kpiId, [theirs, hidden])
  const [seen] = shown(await call('kpis.list-requests', { kpiId }, narrow.token))
  deepEqual(
    Object(seen).asks.map((ask: Record<string, unknown>) => Object(ask['business']).id),
    [theirs],
  )
  equal((await refusal(request(kpiId, [hidden], narrow.token))).code, 'catalogue.not-found')
  const alone = await kpi({ ownerId: owner.personId })
  await request(alone, [hidden])
  deepEqual(await call('kpis.list-requests', { kpiId: alone }, narrow.token), {
    items: [],
    nextCursor: null,
    total: 0,
  })
  const elsewhere = await person(null, await addStudio(database.app))
  equal((await refusal(request(kpiId, [theirs], elsewhere.token))).code, 'catalogue.not-found')
  deepEqual(shown(await call('kpis.list-requests', {}, elsewhere.token)), [])
})

test('what is told, archived or yet to come is not asked for', async () => {
  const ada = await person()
  const kpiId = await kpi({ ownerId: ada.personId })
  const [told, archived] = [await business('Told'), await business('Archived')]
  const value = { businessId: told, kpiId, period: LAST.name, value: '1' }
  await call('kpis.record-values', { values: [value] }, machineKey)
  await call('businesses.archive-business', { businessId: archived }, machineKey)
  deepEqual(await request(kpiId, [told, archived]), {
    requests: [],
    notAsked: [
      { businessId: told, because: 'has-value' },
      { businessId: archived, because: 'archived' },
    ],
    isMailed: false,
  })
  const ahead = call('kpis.request-values', { kpiId, businessIds: [told], period: '2199-12' }, machineKey)
  equal((await refusal(ahead)).code, 'kpis.period-to-come')
  await call('kpis.archive-kpi', { kpiId }, machineKey)
  equal((await refusal(request(kpiId, [told]))).code, 'kpis.kpi-archived')
})

test('every day what ended without a value is asked for, once, of those who told it before', async () => {
  const ada = await person()
  const kpiId = await kpi()
  const [silent, never, orphan] = [
    await business('Silent', ada.personId),
    await business('Never told', ada.personId),
    await business('Without an owner'),
  ]
  const values = [silent, orphan].map((businessId) => ({ businessId, kpiId, period: BEFORE, value: '5' }))
  await call('kpis.record-values', { values }, machineKey)
  const worker = startWorking(programs)
  const token = await mailed(ada.email, () => way.enqueue(askOwners(TEST_MEANS), {}))
  const form = await call('kpis.open-request', { token })
  const asked = shown({ items: form['asks'] }).filter((ask) => Object(ask).kpi.id === kpiId)
  deepEqual(
    asked.map((ask) => [Object(ask).business.id, Object(ask).period]),
    [[silent, LAST.name]],
  )
  const mails = readMails().length
  const again = await way.enqueue(askOwners(TEST_MEANS), {})
  deepEqual((await way.until(again, 'done')).result, { asked: 0 })
  await worker.close()
  equal(readMails().length, mails)
  ok(never !== silent)
})

test('the tables refuse what the handlers would not do', async () => {
  const answered = `(select id from kpi_request where answered_at is not null limit 1)`
  await rejects(
    records.query(`update kpi_request set answered_at = now() where id = ${answered}`),
    /answered once/,
  )
  await rejects(
    records.query(`update kpi_request set expires_at = now() + interval '1 year'`),
    /never changed/,
  )
  await rejects(
    records.query(`update kpi_request_line set value_id = null where request_id = ${answered}`),
    /answered once/,
  )
})
