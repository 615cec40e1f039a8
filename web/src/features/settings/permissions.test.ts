import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { coveredBy, isAllowed, permissionGroups } from './permissions.ts'

test('permissions are gathered from the operations, without what nobody can be given', () => {
  const groups = permissionGroups([
    { name: 'businesses.list-businesses', permission: 'businesses.read' },
    { name: 'businesses.get-business', permission: 'businesses.read' },
    { name: 'identity.sign-in', permission: 'public' },
    { name: 'identity.set-sign-in-policy', permission: 'studio.own' },
  ])
  deepEqual(groups.slice(1), [
    {
      module: 'businesses',
      permissions: [
        { pattern: 'businesses.*', verbs: [] },
        { pattern: 'businesses.read', verbs: ['list-businesses', 'get-business'] },
      ],
    },
  ])
})

test('a pattern covers what the server lets it open', () => {
  equal(coveredBy('businesses.read', ['*.read']), '*.read')
  equal(coveredBy('businesses.write', ['*.read']), undefined)
  equal(coveredBy('businesses.*', ['*']), '*')
  equal(coveredBy('identity.read-people', ['businesses.*', '*.read']), undefined)
  equal(coveredBy('ledger.post-above-limit', ['*', 'ledger.*']), undefined)
})

test('what a role names, it allows', () => {
  const grants = [{ permissions: ['*.read', 'comments.write'] }]
  ok(
    isAllowed(grants, 'comments.write') &&
      isAllowed(grants, 'ledger.read') &&
      !isAllowed(grants, 'ledger.post'),
  )
})
