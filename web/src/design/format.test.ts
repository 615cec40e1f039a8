import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { currentZone, deviceZone, showInZone } from '../preferences/zone.ts'
import { speak } from '../strings/i18n.ts'
import {
  formatAgo,
  formatCount,
  formatDecimal,
  formatMoney,
  writtenBy,
  formatDay,
  formatInstant,
  formatTime,
  formatUtcDay,
} from './format.ts'

const LATE = '2026-11-24T23:30:00.000Z'
const SUMMER = '2026-07-01T12:00:00.000Z'

test('instants stand in the zone that was chosen, and name it as the language does', async () => {
  deepEqual(await shown('en', 'UTC'), ['2026-11-24 23:30 UTC', '12:00 UTC', '2026-11-24'])
  deepEqual(await shown('en', 'Europe/Berlin'), ['2026-11-25 00:30 CET', '14:00 CEST', '2026-11-25'])
  deepEqual(await shown('de', 'Europe/Berlin'), ['2026-11-25 00:30 MEZ', '14:00 MESZ', '2026-11-25'])
  deepEqual(await shown('en', 'America/New_York'), ['2026-11-24 18:30 EST', '08:00 EDT', '2026-11-24'])
  deepEqual(await shown('en', 'Asia/Kolkata'), ['2026-11-25 05:00 GMT+5:30', '17:30 GMT+5:30', '2026-11-25'])
})

test('a day is a day in every zone, and what is counted in UTC stays in it', () => {
  showInZone('Pacific/Kiritimati')
  equal(formatDay('2026-11-24'), '2026-11-24')
  equal(formatUtcDay(LATE), '2026-11-24')
})

test('a zone that this browser does not know is that of the device', () => {
  showInZone('Europe/Atlantis')
  equal(currentZone(), deviceZone())
  showInZone(null)
  equal(currentZone(), deviceZone())
})

test('figures and times past follow the language', async () => {
  await speak('de')
  deepEqual(
    [formatCount(2056), formatDecimal('33.333333'), formatAgo(SUMMER, Date.parse(SUMMER) + 180_000)],
    ['2.056', '33,333333', 'vor 3 Minuten'],
  )
  await speak('en')
  deepEqual(
    [formatCount(2056), formatDecimal('33.333333'), formatAgo(SUMMER, Date.parse(SUMMER) + 180_000)],
    ['2,056', '33.333333', '3 minutes ago'],
  )
})

test('a minus is a minus, in every kind of figure', async () => {
  await speak('en')
  deepEqual(
    [
      formatMoney('-5', 'USD'),
      formatDecimal('-1.5'),
      formatCount(-3),
      writtenBy({ notation: 'compact' }, -1200),
    ],
    ['\u2212$5.00', '\u22121.5', '\u22123', '\u22121.2K'],
  )
})

async function shown(language: 'en' | 'de', zone: string): Promise<string[]> {
  await speak(language)
  showInZone(zone)
  return [formatInstant(LATE), formatTime(Date.parse(SUMMER)), formatDay(LATE)]
}
