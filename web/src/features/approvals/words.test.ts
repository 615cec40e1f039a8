import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { showInZone } from '../../preferences/zone.ts'
import { fieldWords, valueWords } from './words.ts'

test('names of fields read as words', () => {
  equal(fieldWords('archivedAt'), 'Archived at')
  equal(fieldWords('entityId'), 'Entity')
  equal(fieldWords('mayAnalystsOmitSecondFactor'), 'May analysts omit second factor')
})

test('values read as text: names for ids, a dash for nothing, instants in the zone of the reader', () => {
  showInZone('Europe/Berlin')
  const names = new Map([['ent_1', 'Acme LLC']])
  deepEqual(
    [null, '', [], 'ent_1', ['ent_1', 'x'], true, 3, { a: 1 }, '2026-11-24T22:10:00.000Z'].map((value) =>
      valueWords(value, names),
    ),
    ['—', '—', '—', 'Acme LLC', 'Acme LLC, x', 'true', '3', '{"a":1}', '2026-11-24 23:10 CET'],
  )
})
