import { deepEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { APPROVAL_MOVES, ApprovalStatus } from './approval-states.ts'

test('the table and the trigger of the migration hold the same moves', () => {
  const file = new URL('../../../migrations/000007-approvals.sql', import.meta.url)
  const trigger = /function approval_moves.*?end \$\$/s.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
  const inTrigger = [...trigger.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, from, to]) => `${from} ${to}`)
  const inTable = Object.entries(APPROVAL_MOVES).flatMap(([from, next]) => next.map((to) => `${from} ${to}`))
  deepEqual(inTrigger.toSorted(), inTable.toSorted())
})

test('every state has its row, but for expired, which is a matter of time', () => {
  deepEqual([...Object.keys(APPROVAL_MOVES), 'expired'], ApprovalStatus.options)
})
