import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { signUp } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { call, invoke, machineKey, database } = await testWay()
await call('identity.found-studio', OWNER)
const look = await database.look()
const UPDATE = 'identity.update-preferences'
const NOTHING_CHOSEN = { theme: 'system', language: null, timeZone: null, currency: null }
const CHOSEN = { theme: 'dark', language: 'de', timeZone: 'Europe/Berlin', currency: 'CHF' }

async function preferencesOf(token: string): Promise<unknown> {
  return (await call('identity.get-me', {}, token))['preferences']
}

async function refusalOf(input: unknown, token: string): Promise<unknown> {
  return call(UPDATE, input, token).then(
    () => 'done',
    (error: unknown) =>
      error instanceof Problem ? [error.code, ...error.fields.map(({ path }) => path)] : String(error),
  )
}

test('what is chosen is the answer to who one is, and what is left out stays', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  deepEqual(await preferencesOf(token), NOTHING_CHOSEN)
  deepEqual(await call(UPDATE, CHOSEN, token), { preferences: CHOSEN, previous: NOTHING_CHOSEN })
  await call(UPDATE, { theme: 'light' }, token)
  await call(UPDATE, { timeZone: null }, token)
  deepEqual(await preferencesOf(token), { ...CHOSEN, theme: 'light', timeZone: null })
})

test('two windows that change different things at once both get theirs', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  await Promise.all(Object.entries(CHOSEN).map(([name, value]) => call(UPDATE, { [name]: value }, token)))
  deepEqual(await preferencesOf(token), CHOSEN)
})

test("one sees and changes only one's own", async () => {
  const [one, other] = [await signUp(invoke, machineKey, 'owner'), await signUp(invoke, machineKey, 'owner')]
  await call(UPDATE, CHOSEN, one.token)
  deepEqual(await preferencesOf(other.token), NOTHING_CHOSEN)
  await call(UPDATE, { language: 'en' }, other.token)
  deepEqual(await preferencesOf(one.token), CHOSEN)
})

test('software has none: the machine and keys are refused with a reason', async () => {
  equal(await preferencesOf(machineKey), null)
  deepEqual(await refusalOf({ theme: 'dark' }, machineKey), ['identity.people-only'])
})

test('what is no language, zone or currency is refused by the field', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  for (const [name, value] of [
    ['theme', 'blue'],
    ['language', 'fr'],
    ['timeZone', 'Europe/Atlantis'],
    ['timeZone', '+01:00'],
    ['timeZone', 'x'.repeat(10_000)],
    ['timeZone', ''],
    ['currency', 'eur'],
    ['currency', 'XQZ'],
    ['personId', 'per_00000000000000000000000000'],
  ]) {
    const refused = await refusalOf({ [String(name)]: value }, token)
    equal(Array.isArray(refused) && refused[0], 'catalogue.invalid-input', `${name} ${value}`)
  }
  deepEqual(await preferencesOf(token), NOTHING_CHOSEN)
})

test('a language of a later version is as if none was chosen', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  await call(UPDATE, CHOSEN, token)
  await look.query("update person_preference set language = 'fr' where language = 'de'")
  deepEqual(await preferencesOf(token), { ...CHOSEN, language: null })
})
