import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { firstSpoken } from '#kernel/languages.ts'
import { cookieOf, lookIn, NOTHING_CHOSEN, type Look } from './look.ts'

test('a look comes back from its cookie, among others', () => {
  const looks: Look[] = [
    NOTHING_CHOSEN,
    { theme: 'dark', language: 'de', timeZone: 'Europe/Berlin' },
    { theme: 'light', language: null, timeZone: 'America/Argentina/Buenos_Aires' },
    { theme: 'system', language: 'en', timeZone: 'Etc/GMT+5' },
  ]
  for (const look of looks) {
    const [pair = ''] = cookieOf(look, false).split(';', 1)
    deepEqual(lookIn(`a=b; ${pair}; c=d`), look)
  }
})

test('what is no look of ours is as if nothing was chosen', () => {
  for (const cookies of ['', 'iza_look=', 'iza_look=blue~de~', 'iza_look=dark~fr~x', 'my_iza_look=dark~de~'])
    deepEqual(lookIn(cookies), NOTHING_CHOSEN, cookies)
})

test('where the page came by TLS, the cookie stays with TLS', () => {
  equal(cookieOf(NOTHING_CHOSEN, true).endsWith('; Secure'), true)
  equal(cookieOf(NOTHING_CHOSEN, false).includes('Secure'), false)
})

test('the first of the languages of the browser that we speak', () => {
  equal(firstSpoken(['de-AT', 'en']), 'de')
  equal(firstSpoken(['fr', 'DE']), 'de')
  equal(firstSpoken(['en-GB', 'de']), 'en')
  equal(firstSpoken(['fr', 'it']), 'en')
  equal(firstSpoken([]), 'en')
})
