import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { readSource } from './read-source.ts'
import { xlsxOf, zipOf } from './test-xlsx.ts'

const read = (xlsx: string, sheet?: string) => readSource({ xlsx, sheet }, () => false)
const PLAIN = { faults: new Map(), numbers: new Set() }

/** Styles 0 plain, 1 a built-in day, 2 percent, 3 a day of its own format, 4 a number with a word in it. */
const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>`

async function refusalOf(xlsx: string): Promise<Problem> {
  const error: unknown = await read(xlsx).catch((thrown: unknown) => thrown)
  ok(error instanceof Problem, String(error))
  return error
}

const cell = (r: string) => `<row r="1"><c r="${r}"><v>1</v></c></row>`

test('texts, numbers, days, formulas and their faults come out of a sheet with the places they have', async () => {
  const rows = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>Wert</t></is></c></row>
    <row r="4"><c r="A4" t="str"><f>A1</f><v>Ada &amp; Co</v></c><c r="B4" s="4"><v>1234.5000000000002</v></c>
      <c r="D4" s="1"><f>TODAY()</f><v>45961</v></c></row>
    <row r="5"><c r="A5"><v>1E-3</v></c><c r="B5" s="2"><v>0.125</v></c><c r="C5"><f>B4*2</f></c><c r="D5" s="3"><v>1.5</v></c></row>
    <row r="6"><c r="A6" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B6" t="b"><v>1</v></c></row>
    <row r="7"><c r="A7" s="1"/></row>`
  const sheet = await read(
    xlsxOf({ Zahlen: rows, 'Other &amp; more': '' }, { strings: ['Na<r/>me'], styles: STYLES }),
  )
  deepEqual(
    { ...sheet, records: sheet.records.slice(0, 1) },
    {
      columns: ['Name', 'Wert', 'Column 3', 'Column 4'],
      headerRow: 2,
      source: 'xlsx',
      sheets: ['Zahlen', 'Other & more'],
      sheet: 'Zahlen',
      formulas: 2,
      records: [{ ...PLAIN, row: 4, cells: ['Ada & Co', '1234.5', '', '2025-10-31'], numbers: new Set([1]) }],
    },
  )
  const [, five, six] = sheet.records
  deepEqual(
    [five?.cells, [...(five?.numbers ?? [])]],
    [
      ['0.001', '12.5%', '', '1900-01-01T12:00:00'],
      [0, 1],
    ],
  )
  ok(five?.faults?.get(2)?.en.startsWith('It holds a formula whose result is not stored.'))
  deepEqual([six?.cells, [...(six?.faults?.keys() ?? [])]], [['#DIV/0!', 'TRUE', '', ''], [0]])
  equal(sheet.records.length, 3)
})

test('of several sheets one is chosen by name, and the calendar of 1904 is known', async () => {
  const day = '<row><c><v>0</v></c></row><row><c s="1"><v>1</v></c></row>'
  const book = xlsxOf({ First: '', Second: day }, { styles: STYLES, is1904: true })
  deepEqual((await read(book, 'Second')).records[0]?.cells, ['1904-01-02'])
  const error: unknown = await read(book, 'Third').catch((thrown: unknown) => thrown)
  ok(error instanceof Problem && error.message.includes('First, Second'), String(error))
})

test('where no sheet is named, a cover with one line is passed over', async () => {
  const book = xlsxOf({ Cover: cell('A1'), Table: `${cell('A1')}<row r="2"><c r="A2"><v>2</v></c></row>` })
  const { sheet, sheets, records } = await read(book)
  deepEqual([sheet, sheets, records.length], ['Table', ['Cover', 'Table'], 1])
})

test('bombs, traps and damage are refused in words, before they can do anything', async () => {
  const spaces = ' '.repeat(70 * 1024 * 1024)
  const whole = xlsxOf({ S: cell('A1') })
  for (const [xlsx, code, word] of [
    [xlsxOf({ S: spaces }), 'imports.xlsx-too-large', '67 MB'],
    [xlsxOf({ S: cell('GS1') }), 'imports.too-wide', '200 columns'],
    [xlsxOf({ S: cell('XFD1') }), 'imports.too-wide', '16,384'],
    [
      xlsxOf({ S: `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${cell('A1')}` }),
      'imports.xlsx-broken',
      'document type',
    ],
    [
      xlsxOf({ S: '<row><c t="inlineStr"><is><t>&bomb;</t></is></c></row>' }),
      'imports.xlsx-broken',
      '"bomb"',
    ],
    [xlsxOf({ S: `${cell('A1')}${cell('A1')}` }), 'imports.xlsx-broken', 'not in order'],
    [xlsxOf({ S: '<row r="1"><c r="A1"' }), 'imports.xlsx-broken', 'too early'],
    [
      zipOf({ 'a.txt': 'nothing of a workbook' }).toString('base64'),
      'imports.xlsx-broken',
      'workbook.xml is missing',
    ],
    [Buffer.from('Name,About\n'.repeat(9)).toString('base64'), 'imports.xlsx-broken', 'no zip'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex').toString('base64'), 'imports.xlsx-old-or-locked', 'password'],
    [Buffer.from(whole, 'base64').subarray(0, -40).toString('base64'), 'imports.xlsx-broken', ''],
  ] as const) {
    const problem = await refusalOf(xlsx)
    equal(problem.code, code, problem.message)
    ok(problem.message.includes(word), problem.message)
  }
})

test('no damage of a single byte is more than a problem', async () => {
  const whole = Buffer.from(
    xlsxOf({ S: '<row><c t="s"><v>0</v></c></row><row><c><v>1</v></c></row>' }, { strings: ['Name'] }),
    'base64',
  )
  for (let at = 0; at < whole.length; at += 3) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    const error: unknown = await read(damaged.toString('base64')).catch((thrown: unknown) => thrown)
    ok(error instanceof Problem || !(error instanceof Error), `byte ${at}: ${String(error)}`)
  }
})
