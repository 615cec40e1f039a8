import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './language.ts'

test('the language is the best one of those that are asked for and that there are', () => {
  for (const [header, language] of [
    [undefined, 'en'],
    ['', 'en'],
    ['de', 'de'],
    ['de-AT,de;q=0.9,en;q=0.5', 'de'],
    ['fr-FR, en;q=0.4, de;q=0.8', 'de'],
    ['en-GB, de', 'en'],
    ['de;q=0, en', 'en'],
    ['tlh', 'en'],
    [';;;,,q=', 'en'],
  ] as const)
    equal(languageOf(header), language, header)
})
