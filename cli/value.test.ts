import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testSystem } from '#server/test-system.ts'
import { run } from './run.ts'

const { url, machineKey } = await testSystem({ isFounded: true })
const folder = mkdtempSync(join(tmpdir(), 'iza-cli-'))
after(() => rmSync(folder, { recursive: true }))

async function iza(...words: string[]) {
  const lines: string[] = []
  const env = { IZA_URL: url, IZA_API_KEY: machineKey }
  const exit = await run(words, { env, out: (line) => lines.push(line), err: (line) => lines.push(line) })
  return { exit, text: lines.join('\n') }
}

function fileOf(name: string, text: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const balance = (company: string) =>
  `${company},,\nTrial Balance,,\n"As of December 31, 2025",,\n,Debit,Credit\n1010 Checking,5.00,\n3010 Equity,,5.00\n`

await iza('entities', 'create-entity', '--name', '@@Home LLC', '--kind', 'LLC', '--jurisdiction', 'US-DE')

test('a file is imported from a terminal, tried first, and what came in goes into a file', async () => {
  const csv = fileOf('in.csv', '\u{feff}Firma;Stand;Entity\r\nAda;läuft;@Home LLC\r\nBob;läuft;@Home LLC\r\n')
  const words = ['--stage-words', '{"word":"läuft","stage":"launched"}']
  const mapping = fileOf(
    'mapping.json',
    JSON.stringify([
      { column: 'Firma', field: 'name' },
      { column: 'Stand', field: 'stage' },
      { column: 'Entity', field: 'entity' },
    ]),
  )
  const given = ['--csv', `@${csv}`, '--mapping', `@${mapping}`, ...words]
  const tried = await iza('businesses', 'import', ...given, '--dry-run', '--json')
  const { ready, preview } = JSON.parse(tried.text)
  deepEqual([ready, preview[0].stage, preview[0].entityName], [2, 'launched', '@Home LLC'])
  // The bytes of a workbook are handed over, and the server says that these are none.
  const bytes = await iza(
    'businesses',
    'import',
    '--xlsx',
    `@${fileOf('in.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))}`,
  )
  ok(bytes.text.includes('has a password'), bytes.text)
  const refused = await iza('businesses', 'import', '--csv', `@${csv}`, '--mapping', `@${mapping}`)
  equal(refused.exit, 1)
  ok(refused.text.includes('Row 2, Stand: "läuft" is no stage'), refused.text)
  const done = await iza('businesses', 'import', ...given, '--only', 'runId')
  ok(/^run_[0-9a-z]{26}$/.test(done.text), done.text)

  const exported = await iza('businesses', 'export-businesses', '--only', 'csv')
  ok(exported.text.startsWith('Name,Description,Stage'), exported.text)
  equal((await iza('businesses', 'export-businesses', '--only', 'cvs')).exit, 2)
})

test('a file that is not there, is not UTF-8 or is no JSON is told by name', async () => {
  const latin = fileOf('latin.csv', Buffer.from('Name\nCaf\u{e9}\n', 'latin1'))
  for (const [given, word] of [
    [['--csv', `@${folder}/nowhere.csv`], 'nowhere.csv'],
    [['--csv', `@${latin}`], 'not UTF-8'],
    [['--csv', `@${folder}`], 'cannot be read'],
    [['--csv', 'Name\nAda', '--mapping', 'Name=name'], 'written as JSON'],
  ] as const) {
    const { exit, text } = await iza('businesses', 'import', ...given)
    equal(exit, 2, text)
    ok(text.includes(word), text)
  }
})

test('a list of files takes a folder with every table in it, a file, or several of both', async () => {
  const books = mkdtempSync(join(folder, 'books-'))
  writeFileSync(join(books, 'b.csv'), balance('Bird LLC'))
  writeFileSync(join(books, 'a.csv'), balance('Ant LLC'))
  writeFileSync(join(books, 'notes.md'), 'no table')
  const one = fileOf('c.csv', balance('Cat LLC'))
  const words = ['migration', 'import-books', '--on-problems', 'tell', '--dry-run', '--json']
  const told = await iza(...words, '--files', `@${books}`, '--files', `@${one}`)
  equal(told.exit, 0, told.text)
  deepEqual(
    JSON.parse(told.text).files.map(({ name }: { name: string }) => name),
    ['a.csv', 'b.csv', 'c.csv'],
  )
  const empty = mkdtempSync(join(folder, 'empty-'))
  const nothing = await iza(...words, '--files', `@${empty}`)
  deepEqual([nothing.exit, nothing.text.endsWith('holds no table: no .csv, .tsv, .txt or .xlsx.')], [2, true])
  equal((await iza(...words, '--files', '@nowhere.csv')).exit, 2)
})
