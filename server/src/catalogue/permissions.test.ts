import { ok } from 'node:assert/strict'
import { test } from 'node:test'
import { holds, holdsAll } from './permissions.ts'

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
