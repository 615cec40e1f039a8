import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { EVENT_NAMES } from '#server/catalogue/event-names.ts'
import { eventsDe } from '../web/src/strings/events-de.ts'

test('every event that is recorded has its German words, and no other has', () => {
  deepEqual(Object.keys(eventsDe).toSorted(), [...EVENT_NAMES].toSorted())
})
