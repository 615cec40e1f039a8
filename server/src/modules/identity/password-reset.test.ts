import { deepEqual, equal, match, notEqual, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { idFrom } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { testRuns, waitFor } from '#server/runs/test-runs.ts'
import { lastMailTo, readMails } from '#server/test-mails.ts'
import { codeOf, signUp } from '#server/test-people.ts'
import { TEST_MEANS } from '#server/test-system.ts'
import { mailInvitation } from './mail-invitation.ts'
import { mailPasswordReset } from './mail-password-reset.ts'

const { call, invoke, machineKey, records, startWorking, until } = await testRuns()
startWorking([mailPasswordReset(TEST_MEANS), mailInvitation(TEST_MEANS)])

async function codeOfRefusal(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => 'it was done',
    (thrown: unknown) => thrown,
  )
  return error instanceof Problem ? error.code : String(error)
}

/** Waits for the mail that the run sends. */
async function askFor(email: string) {
  const sent = () => readMails().filter(({ to, token }) => to === email && token.startsWith('iza_reset_'))
  const before = sent().length
  await call('identity.request-password-reset', { email })
  await waitFor(async () => ({ isThere: sent().length > before, seen: readMails().length }))
  return present(sent().at(-1), 'the mail with the link')
}

async function count(what: string): Promise<number> {
  const { rows } = await records.query(`select count(*)::int as count from ${what}`)
  return rows[0].count
}

test('whoever chose German is written to in German', async () => {
  const person = await signUp(invoke, machineKey, 'analyst')
  await call('identity.update-preferences', { language: 'de' }, person.token)
  const { subject, text } = await askFor(person.email)
  match(subject, /W=C3=A4hlen_Sie_ein_neues_Passwort/)
  match(text, /^Guten Tag Signed Up,/)
})

test('a new password by a mailed link: every session ends, the second factor stays', async () => {
  const person = await signUp(invoke, machineKey, 'analyst')
  const mail = await askFor(person.email)
  match(mail.token, /^iza_reset_[\w-]{43}$/)
  ok(mail.text.includes('http://localhost:3000/reset#iza_reset_'), mail.text)

  const password = 'a new long sentence'
  await call('identity.reset-password', { token: mail.token, password })
  equal(await codeOfRefusal(call('identity.get-me', {}, person.token)), 'catalogue.credential-ended')
  const old = { email: person.email, password: person.password }
  equal(await codeOfRefusal(call('identity.sign-in', old)), 'identity.wrong-sign-in')
  const { next, challenge } = await call('identity.sign-in', { email: person.email, password })
  equal(next, 'second-factor')
  await records.query('update second_factor set last_step = 0')
  const code = codeOf(person.secondFactor)
  equal((await call('identity.finish-sign-in', { challenge, code }))['next'], 'nothing')

  equal(
    await codeOfRefusal(call('identity.reset-password', { token: mail.token, password })),
    'identity.reset-used',
  )
})

test('the answer is the same for an address that nobody has, and nothing is mailed or recorded', async () => {
  const known = await signUp(invoke, machineKey, 'analyst')
  const answered = await call('identity.request-password-reset', { email: known.email })
  const [runs, lines, resets] = [await count('run'), await count('audit_line'), await count('password_reset')]
  deepEqual(await call('identity.request-password-reset', { email: 'nobody@example.com' }), answered)
  deepEqual(
    [await count('run'), await count('audit_line'), await count('password_reset')],
    [runs, lines, resets],
  )
})

test('an expired link, another link’s token and one that was cut short change nothing', async () => {
  const person = await signUp(invoke, machineKey, 'analyst')
  const { token } = await askFor(person.email)
  const attempt = (given: string) =>
    codeOfRefusal(call('identity.reset-password', { token: given, password: 'a new long sentence' }))
  const { rows } = await records.query('select max(id) as id from password_reset')
  equal(await attempt(TEST_MEANS.links.tokenOf('answer', rows[0].id)), 'identity.reset-unknown')
  equal(await attempt(token.slice(0, -1)), 'identity.reset-unknown')
  await records.query('alter table password_reset disable trigger kept')
  await records.query(
    `update password_reset set created_at = now() - interval '31 minutes', expires_at = now() - interval '1 minute'
     where id = $1`,
    [rows[0].id],
  )
  await records.query('alter table password_reset enable trigger kept')
  equal(await attempt(token), 'identity.reset-expired')
  equal((await call('identity.get-me', {}, person.token))['waitsFor'], null)
})

test('the last link closes those before it, and too many are not sent', async () => {
  const person = await signUp(invoke, machineKey, 'analyst')
  const first = await askFor(person.email)
  const second = await askFor(person.email)
  notEqual(first.token, second.token)
  await call('identity.reset-password', { token: second.token, password: 'a new long sentence' })
  const again = { token: first.token, password: 'yet another sentence' }
  equal(await codeOfRefusal(call('identity.reset-password', again)), 'identity.reset-used')
  for (let ask = 3; ask <= 5; ask++) await call('identity.request-password-reset', { email: person.email })
  equal(
    await codeOfRefusal(call('identity.request-password-reset', { email: person.email })),
    'identity.too-many-resets',
  )
})

test('whoever has left every studio gets no link, and one that was sent opens nothing', async () => {
  const person = await signUp(invoke, machineKey, 'analyst')
  const { token } = await askFor(person.email)
  const { rows } = await records.query('select id from person where email = $1', [person.email])
  await call('identity.end-membership', { personId: rows[0].id }, machineKey)
  const again = { token, password: 'a new long sentence' }
  equal(await codeOfRefusal(call('identity.reset-password', again)), 'identity.reset-unknown')
  const resets = await count('password_reset')
  await call('identity.request-password-reset', { email: person.email })
  equal(await count('password_reset'), resets)
})

const invite = (email: string, isDryRun = false) =>
  invoke({
    operation: 'identity.invite-person',
    input: { email, displayName: 'Katherine Johnson', grants: [{ role: 'analyst', covers: null }] },
    credential: { token: machineKey, isLocal: true },
    door: 'test',
    requestId: 'invite',
    isDryRun,
  })

test('an invitation is mailed with the link that its maker was shown; none is when it was taken back', async () => {
  const before = readMails().length
  const { output } = await invite('katherine@example.com')
  equal(output['isMailed'], false)
  await waitFor(async () => ({ isThere: readMails().length > before, seen: before }))
  const mail = lastMailTo('katherine@example.com')
  deepEqual([mail.subject, mail.token], ['Join Analytical Engines', output['token']])

  const runs = await count('run')
  await invite('dorothy@example.com', true)
  equal(await count('run'), runs)

  const { rows } = await records.query(
    `select id from run where program = 'identity.mail-invitation' order by id desc`,
  )
  const done = await until(idFrom('run', rows[0].id), 'done')
  deepEqual(done.result, { isSent: true })
})

test('neither runs nor the journal hold what opens a door', async () => {
  const { rows } = await records.query(
    `select (select coalesce(string_agg(input::text || coalesce(result::text, ''), ''), '') from run)
       || (select coalesce(string_agg(coalesce(result::text, ''), ''), '') from run_step)
       || (select coalesce(string_agg(data::text, ''), '') from event)
       || (select coalesce(string_agg(input::text || changes::text, ''), '') from audit_line) as text`,
  )
  for (const { token } of readMails()) ok(token !== '' && !rows[0].text.includes(token))
})

test('the table refuses what the handler would not do: a second use, a later end', async () => {
  const { rows } = await records.query('select id from password_reset where used_at is not null limit 1')
  await rejects(
    records.query('update password_reset set used_at = now() where id = $1', [rows[0].id]),
    /used once/,
  )
  await rejects(
    records.query(`update password_reset set expires_at = now() + interval '1 day' where used_at is null`),
    /never changed/,
  )
})
