import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, isSameAddress } from './view-address.ts'

test('a view leads to the address that narrowing by hand leads to', () => {
  const input = {
    search: 'ada & co',
    stage: 'launched',
    isStalled: true,
    sort: 'updated',
    descending: true,
    asOf: '2026-03-01',
    classification: 'present',
  }
  const address = addressOf({ input, layout: { groupBy: 'category' } })
  equal(
    address,
    'q=ada+%26+co&stage=launched&asOf=2026-03-01&sort=updated&stalled=true&down=true&by=present&group=category',
  )
  ok(isSameAddress(`?group=category&${address.replace('&group=category', '')}`, address))
  equal(
    addressOf({
      input: { movedTo: 'launched', movedSince: '2026-11-01', beganIn: 2025, hasCategory: false },
      layout: {},
    }),
    'movedTo=launched&movedSince=2026-11-01&began=2025&category=none',
  )
  equal(addressOf({ input: { sort: 'name', classification: 'then' }, layout: {} }), '')
})
