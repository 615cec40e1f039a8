import { deepEqual } from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** What people expect of such software, and the journey that walks it. One without a journey says why it has none. */
const HABITS: Record<string, string | { not: string }> = {
  'command palette with actions': 'the palette finds rooms, businesses by name and id, and commands',
  'sheet of shortcuts': 'the sheet of shortcuts opens by its key, and chords lead from room to room',
  'chord shortcuts': 'the sheet of shortcuts opens by its key, and chords lead from room to room',
  'dark, light, system': 'light, dark and the system’s: each at once, and on the next page as well',
  'saved views per person and studio': 'a narrowed list is kept as a view, opened, shared and deleted',
  'filters in the URL': 'filters live in the URL and survive a reload',
  'sort in the URL': 'a head sorts, turns round, and what it did survives a reload',
  'time range in the URL': 'what moved is of the chosen days, by keyboard, and survives a reload',
  'relative ranges and compare-period':
    'what is chosen stands in the address, and a figure opens the values that it is made of',
  'optimistic update':
    'a cell is changed in its place at once; what is refused goes back, and the undo works',
  'undo toast': 'it is archived, and the undo brings it back',
  'empty state with the next step':
    'the empty list leads to a new business, with its entity in the same form',
  'skeletons the size of the content': 'rows that are not here yet hold the place of those that come',
  'bulk select with action bar, preview and undo':
    'forty are chosen as a range, previewed, changed and put back',
  'CSV of exactly the filtered set': 'exactly what the list shows goes out as a file',
  'live rows that do not jump': 'a change by one shows with the other, where the row stands',
  'inline edit': 'a cell is changed in its place at once; what is refused goes back, and the undo works',
  'drill from number to records': 'a figure on Home opens the rows that it counts',
  'click a chart point to filter': 'the chart is read by keyboard, and Enter opens the values behind a point',
  'time zone and currency shown and switchable':
    'what is chosen acts at once, stays after a reload, and holds on another device',
  'currency converted with rate and date': { not: 'there are no rates before there are books' },
  'phone layout that is not a shrunk desktop': 'a phone sorts from beside the filters',
  'keyboard alone': 'a business is created with the keyboard alone',
  'screen reader, AA': 'the portfolio can be read by everybody',
  'onboarding checklist': 'the steps that were done are ticked, and the strip goes when it is dismissed',
  'global search by name or id': 'everything is found by its name from anywhere',
  'side peek': 'on a phone the bell is within reach, and a row opens over the list',
  'copy id': 'an id is copied',
  'disabled because': 'who joins adds one in place of an app, and cannot remove it while it is all there is',
  'per-panel failure, never a blank page':
    'one panel fails alone, says so in its place, and is asked again from there',
  'timeline of each object with who did it':
    'an owner is set with evidence, stands in history and timeline, and is taken back',
  'API view of the page': 'the API behind the page is told, and its lines answer as the page does',
  'notifications inbox': 'a mention by one lights the bell of the other without a reload, who reads it',
  'approvals inbox': 'the owner is told, sees what will happen, and accepts it with the keyboard alone',
  'test-mode banner in the demonstration':
    'one click makes it and goes in; it says what it is, and how far it is',
  'long German text': 'in German no word runs out of the page',
  'reduced motion': { not: 'every journey runs with it; there is nothing that moves to be seen without' },
  'provenance marks': 'the truth bar tells the parts, and each leads to its values',
  'shareable address': 'from the bar of the list, by keyboard; the address shows the same again',
  'a session that ends leads back to the same page':
    'a session that ended elsewhere leads to the sign-in, and back to the same page',
}

test('every habit that people expect is walked by a journey, or says why it is not', () => {
  const root = new URL('./', import.meta.url)
  const journeys = globSync('*.test.ts', { cwd: root })
    .filter((file) => file !== 'habits.test.ts')
    .map((file) => readFileSync(new URL(file, root), 'utf8'))
    .join('\n')
  const unwalked = Object.entries(HABITS).filter(
    ([, journey]) => typeof journey === 'string' && !journeys.includes(`'${journey}'`),
  )
  deepEqual(unwalked, [])
})
