import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { STAGE_TRANSITIONS, Stage, canMove } from './business-states.ts'

test('the table names every stage, and leads only to stages', () => {
  deepEqual(Object.keys(STAGE_TRANSITIONS), Stage.options)
  for (const next of Object.values(STAGE_TRANSITIONS))
    for (const stage of next) ok(Stage.options.includes(stage))
})

test('every stage but the end can be closed, and staying is always possible', () => {
  for (const stage of Stage.options) {
    ok(canMove(stage, stage))
    if (stage !== 'exited') ok(canMove(stage, 'closed'), stage)
  }
  ok(!canMove('idea', 'growing'))
})
