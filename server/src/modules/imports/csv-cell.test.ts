import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { harmlessCell, isPlainLink, isPlainTag, linksIn, listCell, originalCell, tagsIn } from './csv-cell.ts'

test('no cell begins as a formula does, and what was made harmless comes back as it was', () => {
  const letters = fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', '"', ' ', 'a', '1')
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 8 }), (text) => {
      const cell = harmlessCell(text)
      equal(/^[=+\-@\t\r\n＝＋－＠]/u.test(cell), false)
      equal(originalCell(cell), text)
    }),
    { numRuns: 2000 },
  )
  deepEqual(['=1+1', '@SUM(A1)', "'=1", '-5', "O'Neill", "'quoted'"].map(harmlessCell), [
    "'=1+1",
    "'@SUM(A1)",
    "''=1",
    "'-5",
    "O'Neill",
    "'quoted'",
  ])
})

test('tags and links come back from their cell as they were, whatever is in them', () => {
  const tag = fc.string({
    unit: fc.constantFrom(',', ';', ' ', 'a', 'b', '=', "'"),
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(tag.map((text) => text.trim()).filter(Boolean), { maxLength: 5 }), (tags) => {
      deepEqual(tagsIn(listCell(tags, isPlainTag)), tags)
    }),
    { numRuns: 2000 },
  )
  const tail = fc.string({ unit: fc.constantFrom(',', ';', ' ', '/', 'a', '?', '='), maxLength: 8 })
  fc.assert(
    fc.property(
      fc.array(
        tail.map((text) => `https://example.com/${text}`.trim()),
        { maxLength: 5 },
      ),
      (links) => {
        deepEqual(linksIn(listCell(links, isPlainLink)), links)
      },
    ),
    { numRuns: 2000 },
  )
})

test('addresses of files that people write are understood', () => {
  deepEqual(linksIn('www.example.com, http://a.example/x,y  https://b.example;http://c.example'), [
    'https://www.example.com',
    'http://a.example/x,y',
    'https://b.example',
    'http://c.example',
  ])
})
