import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { readMails } from '#server/test-mails.ts'
import { SECRETS } from '#server/test-system.ts'
import { killProcess, startProcess } from '#server/test-killed-process.ts'
import { mail } from './mail.ts'
import { sendDigests } from './send-digests.ts'
import type { KilledMailSettings } from './test-killed-mail.ts'
import { testNotifications } from './test-notifications.ts'

const way = await testNotifications()
const { call, make, person, entityId, untilInbox, untilFollowed, records, until } = way
const DAY_MS = 86_400_000
let now = Date.now()
const clock = () => new Date(now)
const mailing = mail(way.notifications)
const digests = sendDigests(clock)
const business = (name: string, ownerId?: string) =>
  make('businesses.create-business', { name, entityId, ...(ownerId && { ownerId }) })
const says = (subjectId: string, body: string, token: string) =>
  call('comments.add-comment', { subjectId, body }, token)
const choose = (token: string, given: object) => call('notifications.set-choices', given, token)
const mailsTo = (personId: string) => readMails().filter(({ to }) => to === `${personId}@example.com`)

/** Somebody whose daily mail is always due, once a day. */
async function reader(language: 'en' | 'de' = 'en') {
  const one = await person({ role: 'operator', covers: null })
  await call('identity.update-preferences', { language, timeZone: 'Europe/Berlin' }, one.token)
  await choose(one.token, { digestHour: 0 })
  return one
}

async function settled(): Promise<void> {
  await untilFollowed()
  await waitFor(async () => {
    const { rows } = await records.query(
      `select id, status, problem from run where program = 'notifications.mail' and status <> 'done'`,
    )
    return { isThere: rows.length === 0, seen: rows }
  })
}

async function digest(): Promise<void> {
  await until(await way.enqueue(digests, {}), 'done')
  await settled()
}

const kinds = (given: unknown) =>
  Object.fromEntries(
    Object(given).choices.map((choice: { kind: string; mail: string }) => [choice.kind, choice.mail]),
  )

test('who is mentioned is mailed at once, in their language, unless they read it first', async () => {
  const [ann, ben, cem] = [await reader(), await reader('de'), await reader()]
  const bakery = await business('Bakery')
  await says(bakery, `@[${ben.personId}] @[${cem.personId}] look`, ann.token)
  await untilInbox(ben.token, 1)
  const upTo = present((await untilInbox(cem.token, 1))[0], 'one').id
  await call('notifications.mark-read', { upTo }, cem.token)
  way.startWorking([mailing])
  await settled()
  deepEqual(
    mailsTo(ben.personId).map(({ text }) => text.split('\n\n').slice(0, 2)),
    [['Guten Tag Test Person,', 'Test Person hat Sie in einem Kommentar zu Bakery erwähnt.']],
  )
  deepEqual(mailsTo(cem.personId), [])
})

test('the daily mail has what was not read, once, and of nothing there is none', async () => {
  way.startWorking([digests])
  const [ann, owner] = [await reader(), await reader()]
  const mill = await business('Mill', owner.personId)
  await says(mill, 'The wheel turns.', ann.token)
  await says(mill, 'It stopped.', ann.token)
  const [second] = await untilInbox(owner.token, 2)
  await call('notifications.mark-read', { ids: [present(second, 'the second').id] }, owner.token)
  now = Date.now() + DAY_MS
  await digest()
  const mails = mailsTo(owner.personId)
  deepEqual(
    mails.map(({ subject }) => subject),
    ['Analytical Engines: 1 thing you have not read'],
  )
  match(mails[0]?.text ?? '', /^- Test Person commented on Mill\.$/m)
  match(mails[0]?.text ?? '', /\/settings\/notifications/)
  await says(mill, 'It turns again.', ann.token)
  await untilInbox(owner.token, 3)
  await digest()
  equal(mailsTo(owner.personId).length, 1, 'one a day')
  now += DAY_MS
  await digest()
  equal(mailsTo(owner.personId).length, 2)
  now += DAY_MS
  await digest()
  equal(mailsTo(owner.personId).length, 2, 'nothing new, and no mail')
})

test('what a right that ended showed is not mailed, and who chose never is not mailed', async () => {
  const [ann, loses, never] = [await reader(), await reader(), await reader()]
  await choose(never.token, { choices: [{ kind: 'comments.commented', mail: 'never', isSent: false }] })
  const [one, other] = [await business('One', loses.personId), await business('Other', never.personId)]
  await says(one, 'Hello', ann.token)
  await says(other, 'Hello', ann.token)
  await untilInbox(loses.token, 1)
  await untilInbox(never.token, 1)
  const elsewhere = await make('entities.create-entity', {
    name: 'Elsewhere',
    kind: 'LLC',
    jurisdiction: 'US-DE',
  })
  const grants = [{ role: 'operator', covers: elsewhere }]
  await call('identity.set-person-grants', { personId: loses.personId, grants }, way.machineKey)
  now += DAY_MS
  await digest()
  deepEqual([mailsTo(loses.personId), mailsTo(never.personId)], [[], []])
})

test('choices of one’s own: what is not named stays, and a kind that there is not is refused', async () => {
  const one = await reader()
  const { now: chosen, previous } = await choose(one.token, {
    choices: [{ kind: 'runs.failed', mail: 'at-once', isSent: false }],
  })
  deepEqual(kinds(previous), {
    'comments.mentioned': 'at-once',
    'comments.commented': 'daily',
    'approvals.waiting': 'at-once',
    'approvals.decided': 'daily',
    'runs.failed': 'daily',
    'kpis.asked': 'never',
    'webhooks.disabled': 'at-once',
  })
  deepEqual(kinds(chosen), { ...kinds(previous), 'runs.failed': 'at-once' })
  equal(Object(chosen).timeZone, 'Europe/Berlin')
  const refused = await choose(one.token, {
    choices: [{ kind: 'runs.laughed', mail: 'never', isSent: false }],
  }).catch((error: unknown) => Object(error).code)
  equal(refused, 'notifications.unknown-kind')
})

test('kill -9 again and again while digests go out: each person gets one, and each gets it', async (t) => {
  const ann = await reader()
  const people = await Promise.all(Array.from({ length: 12 }, () => reader()))
  for (const { personId } of people) await says(await business('Watched', personId), 'Look', ann.token)
  for (const { token } of people) await untilInbox(token, 1)
  now += DAY_MS
  const settings: KilledMailSettings = {
    app: way.database.configFor('app'),
    way: { ...way.wayIn, mail: SECRETS.mail },
    nowMs: now,
    leaseMs: 300,
  }
  const begin = () => startProcess(new URL('test-killed-mail.ts', import.meta.url), settings)
  await way.enqueue(sendDigests(clock), {})
  for (let kill = 0; kill < 3; kill++) {
    const child = await begin()
    await waitFor(async () => {
      const { rows } = await records.query(
        `select count(*)::int as count from run where program = 'notifications.mail' and input ->> 'isDigest' = 'true'`,
      )
      return { isThere: rows[0].count > 0, seen: rows }
    })
    await killProcess(child)
  }
  const last = await begin()
  await waitFor(async () => {
    const seen = people.map(({ personId }) => mailsTo(personId).length)
    return { isThere: seen.every((count) => count > 0), seen }
  })
  await settled()
  deepEqual(
    people.map(({ personId }) => mailsTo(personId).length),
    people.map(() => 1),
  )
  ok(way.logged.length === 0, String(way.logged[0]))
  t.diagnostic(`${people.length} digests, 3 kills`)
  await killProcess(last)
})
