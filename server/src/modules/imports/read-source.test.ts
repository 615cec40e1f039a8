import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { readSource } from './read-source.ts'

const readTable = (csv: string) => readSource({ csv }, () => false)

async function cellsOf(csv: string) {
  const { columns, records } = await readTable(csv)
  return [columns, ...records.map(({ row, cells }) => [String(row)].concat(cells))]
}

const read = (cells: string, headerRow?: number) =>
  readSource({ cells, headerRow }, (cell) => cell === 'Name')

test('what spreadsheets write is read: marks, delimiters, line ends, quotes, line breaks in cells', async () => {
  const wanted = [
    ['Name', 'About'],
    ['2', 'Ada, Inc.', 'says "yes"\nand no'],
    ['4', 'Bob', ''],
  ]
  const csv = '\u{feff}Name,About\r\n"Ada, Inc.","says ""yes""\nand no"\r\n\r\nBob,\r\n'
  deepEqual(await cellsOf(csv), wanted)
  deepEqual(await cellsOf(csv.replaceAll('\r\n', '\n')), wanted)
  deepEqual(await cellsOf(csv.replaceAll('\r\n', '\r')), wanted)
  for (const delimiter of [';', '\t']) {
    deepEqual(await cellsOf(`"Name, full"${delimiter}About\nAda, Inc.${delimiter}"x${delimiter}y"`), [
      ['Name, full', 'About'],
      ['2', 'Ada, Inc.', `x${delimiter}y`],
    ])
  }
})

test('columns have names of their own, also where the header gives none or one twice', async () => {
  const { columns } = await readTable('Name,, Name ,"Two\nlines",Name (2)\n1,2,3,4,5')
  deepEqual(columns, ['Name', 'Column 2', 'Name (2)', 'Two lines', 'Name (2) (2)'])
})

test('a cell that lies across two slices of the file is whole', async () => {
  const long = 'ä€😀'.repeat(10_000)
  const { records } = await readTable(`Name,About\n${`Ada,${long}\n`.repeat(5)}`)
  deepEqual(
    records.map(({ cells }) => cells[1] === long),
    [true, true, true, true, true],
  )
})

test('what is no table is refused in words that name the row', async () => {
  for (const [csv, code, word] of [
    ['Name', 'imports.no-rows', 'header'],
    ['Name\n\n , \n', 'imports.no-rows', 'header'],
    ['Name\na\n"b\nc', 'imports.csv-broken', 'Row 3'],
    ['Name,About\na,"b"c\n', 'imports.csv-broken', 'Row 2'],
    ['Name,About\na,b"c\n', 'imports.csv-broken', 'Row 2'],
    [`Name\n"${'x'.repeat(400_000)}"`, 'imports.csv-broken', 'Row 2'],
    [`Name\n${'a\n'.repeat(100_000)}`, 'imports.too-long', '20,000'],
    [`${'a,'.repeat(200)}b\n1`, 'imports.too-wide', '201'],
  ] as const) {
    const error: unknown = await readTable(csv).catch((thrown: unknown) => thrown)
    ok(error instanceof Problem, csv.slice(0, 40))
    equal(error.code, code)
    ok(error.message.includes(word), error.message)
  }
})

test('copied cells come with their header or without, and end where the spreadsheet ends them', async () => {
  deepEqual(await read('Name\tRevenue\nAda\t1.234,50\n"Two\nlines"\nan "inch"\t5"\n'), {
    columns: ['Name', 'Revenue'],
    records: [
      { row: 2, cells: ['Ada', '1.234,50'] },
      { row: 3, cells: ['Two\nlines', ''] },
      { row: 4, cells: ['an "inch"', '5"'] },
    ],
    headerRow: 1,
    source: 'cells',
    sheets: [],
    sheet: null,
    formulas: 0,
  })
  const bare = await read('Ada\t1\nBob\t2')
  deepEqual([bare.columns, bare.records.length, bare.headerRow], [['Column 1', 'Column 2'], 2, 0])
  const lower = await read('A title\n\nFirma\tUmsatz\nAda\t1', 3)
  deepEqual([lower.columns, lower.records.map(({ row }) => row)], [['Firma', 'Umsatz'], [4]])
  const error: unknown = await readSource({ cells: 'a', csv: 'b' }, () => false).catch(
    (thrown: unknown) => thrown,
  )
  ok(error instanceof Problem && error.code === 'imports.one-source')
})
