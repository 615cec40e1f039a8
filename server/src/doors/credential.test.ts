import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { credentialFrom } from './credential.ts'

const names = { ports: new Set([80, 3000, 4000]), publicHosts: ['iza.example.com'] }

function siteAt(host: string, headers: Record<string, string> = {}) {
  return credentialFrom({ headers: { host, ...headers }, remoteAddress: '127.0.0.1', isWrite: true }, names)
    .site
}

test('a page of this machine may stand on any port that is open here, and on no other', () => {
  const origins = ['http://localhost', 'http://localhost:3000', 'http://localhost:4000']
  deepEqual(siteAt('localhost:3000'), { host: 'localhost', origins })
  deepEqual(siteAt('LOCALHOST:4000'), { host: 'localhost', origins })
})

test('a page at a public name came by TLS', () => {
  const site = { host: 'iza.example.com', origins: ['https://iza.example.com'] }
  deepEqual(siteAt('iza.example.com'), site)
  // What else the request claims of itself changes nothing.
  const claims = { origin: 'http://localhost:3000', 'x-forwarded-host': 'evil.example' }
  deepEqual(siteAt('iza.example.com', claims), site)
})

test('an address is no name, so no page stands there', () => {
  deepEqual(
    [siteAt('127.0.0.1:3000'), siteAt('[::1]:3000'), siteAt('10.0.0.7')],
    [undefined, undefined, undefined],
  )
})
