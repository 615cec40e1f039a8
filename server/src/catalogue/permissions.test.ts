import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { ABOVE_LIMIT, holds, holdsAll } from './permissions.ts'

test('patterns reach as far as they say', () => {
  ok(holds(['*.read'], 'businesses.read') && !holds(['*.read'], 'businesses.write'))
  ok(holds(['businesses.*'], 'businesses.write') && !holds(['businesses.*'], 'identity.read'))
  ok(holds(['*'], 'anything.at-all') && !holds(['*'], 'studio.own'))
})

test('nobody can pass on more than they hold', () => {
  ok(holdsAll(['*'], ['*.read', 'businesses.*']))
  ok(!holdsAll(['businesses.*'], ['*.read']))
  ok(!holdsAll(['businesses.read', 'businesses.write'], ['businesses.*']))
  ok(!holdsAll(['*'], ['*', 'studio.own']))
})

test('to post above a limit is in no pattern, and for owners alone to give', () => {
  ok(!holds(['*', 'ledger.*', 'studio.own'], ABOVE_LIMIT) && holds([ABOVE_LIMIT], ABOVE_LIMIT))
  ok(holdsAll(['*', 'studio.own'], [ABOVE_LIMIT]))
  ok(!holdsAll(['*'], [ABOVE_LIMIT]) && !holdsAll([ABOVE_LIMIT], [ABOVE_LIMIT]))
})
