import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf } from './device-of.ts'

const MOZILLA = 'Mozilla/5.0'
const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test('browsers that carry the names of others are told apart', () => {
  const windows = '(Windows NT 10.0; Win64; x64)'
  deepEqual(of(`${MOZILLA} ${windows} ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`), ['Chrome', 'Windows'])
  deepEqual(of(`${MOZILLA} ${windows} ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`), [
    'Edge',
    'Windows',
  ])
  deepEqual(of(`${MOZILLA} (Linux; Android 15) ${WEBKIT} Chrome/140.0 Mobile Safari/537.36`), [
    'Chrome',
    'Android',
  ])
  deepEqual(
    of(`${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1`),
    ['Safari', 'iPhone'],
  )
  deepEqual(of(`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`), ['Firefox', 'Linux'])
  deepEqual(of('curl/8.5.0'), [undefined, undefined])
})

function of(userAgent: string) {
  return Object.values(deviceOf(userAgent))
}
