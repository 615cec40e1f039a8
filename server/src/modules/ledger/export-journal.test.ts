import { deepEqual, equal } from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { testLedger } from './test-ledger.ts'

const way = await testLedger()
const { act, ours } = way

/** Whoever wants the proof says so: CI does, and a machine without the program fails there. */
const isThere = (program: string) => spawnSync(program, ['--version']).status === 0
const missing = (program: string) =>
  isThere(program) || process.env['IZA_REQUIRE_HLEDGER'] === '1' ? false : `${program} is not installed here`

async function journal(bookId: string, format: string): Promise<string> {
  let [text, cursor]: [string, unknown] = ['', undefined]
  do {
    const part = await act('ledger.export-journal', { bookId, format, ...(cursor ? { cursor } : {}) })
    text += String(part['text'])
    cursor = part['nextCursor']
  } while (cursor !== null)
  return text
}

const Rows = z.array(z.object({ journalAccount: z.string(), currency: z.string(), balance: z.string() }))

async function ourBalances(bookId: string): Promise<string[]> {
  const { rows } = await act('ledger.get-trial-balance', { bookId, effectiveOn: '2199-12-31' })
  return Rows.parse(
    Object(rows).map(({ journalAccount, currency, balance }: Record<string, unknown>) => ({
      journalAccount,
      currency,
      balance,
    })),
  )
    .map(({ journalAccount, currency, balance }) => `${journalAccount} ${balance} ${currency}`)
    .toSorted()
}

const evil = [
  'date:1999-01-01',
  '[2020/1/1]',
  'a ; date:2000-01-01 | note',
  '"quoted" \\',
  '! (x) * =',
  '2026-01-01 * y',
  'ünïcode €',
]
const yen = await act('ledger.create-account', {
  bookId: ours.bookId,
  code: '1013',
  name: 'Konto für Yen; "special"',
  type: 'asset',
  currency: 'JPY',
  isMonetary: true,
})
const exchange = (currency: string, side: object) => ({ accountId: ours.account('3900'), currency, ...side })
const entries = Array.from({ length: 700 }, (_entry, at) => {
  const amount = ((at * 7919) % 100_000) / 100 + 0.01
  const { bookId: _book, ...entry } = ours.entry(
    ours.lines(['1010', amount.toFixed(2)], [at % 3 === 0 ? '3010' : '4010', `-${amount.toFixed(2)}`]),
    { memo: evil[at % evil.length], effectiveOn: `20${20 + (at % 6)}-0${1 + (at % 9)}-1${at % 10}` },
  )
  return entry
})
await act('ledger.post-entries', { bookId: ours.bookId, entries })
await act('ledger.post-entry', {
  ...ours.entry([]),
  lines: [
    ...ours.lines(['1010', '-70.25']),
    exchange('USD', { debit: '70.25' }),
    exchange('JPY', { credit: '10000' }),
    { accountId: String(yen['id']), debit: '10000' },
  ],
})

test('hledger reads a journal and agrees with every balance', { skip: missing('hledger') }, async () => {
  const text = await journal(ours.bookId, 'hledger')
  const told = execFileSync(
    'hledger',
    ['-f', '-', 'balance', '--flat', '--no-total', '-O', 'csv', '--layout', 'bare'],
    {
      input: text,
      encoding: 'utf8',
    },
  )
  const theirs = told
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [account = '', currency = '', balance = ''] = row
        .split(',')
        .map((cell) => cell.replaceAll('"', ''))
      return `${account} ${balance} ${currency}`
    })
  deepEqual(theirs.toSorted(), await ourBalances(ours.bookId))
  equal(spawnSync('hledger', ['-f', '-', 'check', '--strict'], { input: text, encoding: 'utf8' }).stderr, '')
})

test('beancount reads a journal and finds nothing wrong', { skip: missing('bean-check') }, async () => {
  const text = await journal(ours.bookId, 'beancount')
  const file = join(mkdtempSync(join(tmpdir(), 'iza-journal-')), 'books.beancount')
  writeFileSync(file, text)
  const { status, stderr } = spawnSync('bean-check', ['--no-cache', file], { encoding: 'utf8' })
  rmSync(dirname(file), { recursive: true })
  deepEqual([status, stderr], [0, ''])
})

test('entities whose names are written alike keep accounts of their own', async () => {
  const names = ['Ä & B LLC', 'A.B LLC', 'a b llc']
  const books = await Promise.all(names.map(async (name) => way.open(await way.entity(name))))
  const roots = await Promise.all(
    books.map(async ({ bookId, lines, post }) => {
      await post(lines(['1010', 1], ['3010', -1]))
      return (await ourBalances(bookId))[0]?.split(':')[1]
    }),
  )
  equal(new Set(roots).size, 3)
})
