import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isRecord } from '#kernel/records.ts'
import { de } from './de.ts'
import { en } from './en.ts'

/** Words that German writes as English does; everything else that is alike was forgotten. Names, and what has no letters, need no line. */
const ALIKE = new Set([
  '· IZA OS',
  'API',
  'Budget',
  'Deutsch',
  'EIN',
  'ERPNext',
  'Enterprise',
  'English',
  'GraphQL',
  'Import',
  'IZA OS',
  'KPI',
  'KPIs',
  'LEI',
  'Link',
  'Links',
  'LLC, Inc., GmbH …',
  'MCP',
  'Name',
  'NetSuite',
  'Operation',
  'Passkeys',
  'Person',
  'Portfolio',
  'Professional',
  'QuickBooks',
  'Starter',
  'Studio',
  'Ultra',
  'Mail',
  'Mail:',
  'Webhook',
  'Webhook:',
  'Ventures',
  'Xero',
  'Webhooks',
  'ms',
  'Id',
])

function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (!isRecord(node)) throw new Error(`${path} is neither words nor a group of words`)
  return Object.entries(node).flatMap(([key, value]) => texts(value, path ? `${path}.${key}` : key))
}

const english = new Map(texts(en))
const german = new Map(texts(de))

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{[^}]+\}\}/g)].map(([found]) => found).toSorted()
}

/** Without placeholders and marks: what a person would read as words. */
function wordsOf(text: string): string {
  return text.replaceAll(/\{\{[^}]+\}\}/g, '').trim()
}

test('every key is in both languages, plural forms included', () => {
  deepEqual([...german.keys()].toSorted(), [...english.keys()].toSorted())
  const forms = [...new Intl.PluralRules('de').resolvedOptions().pluralCategories].toSorted()
  deepEqual(forms, ['one', 'other'], 'German needs the forms that English has')
  const lonely = [...german.keys()].filter(
    (key) => key.endsWith('_one') && !german.has(key.replace(/_one$/, '_other')),
  )
  deepEqual(lonely, [])
})

test('each text fills in the same values, formatted alike', () => {
  const different = [...english].filter(
    ([key, text]) => String(placeholders(text)) !== String(placeholders(german.get(key) ?? '')),
  )
  deepEqual(different, [])
})

test('nothing was left in English, and no word is excused that is not alike', () => {
  const alike = [...english]
    .filter(([key, text]) => german.get(key) === text)
    .map(([, text]) => wordsOf(text))
    .filter((words) => /\p{L}{2}/u.test(words))
  deepEqual([...new Set(alike)].toSorted(), [...ALIKE].toSorted())
})

test('German is written as German is: its quotation marks, no straight ones, no empty words', () => {
  const wrong = [...german].filter(([, text]) => /["'“][\p{L}{]|^\s*$/u.test(text) && !/„/.test(text))
  deepEqual(wrong, [])
})
