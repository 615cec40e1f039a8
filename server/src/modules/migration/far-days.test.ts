import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isFarOff } from './far-days.ts'
import { faultsOf, rowsOf, testMigration } from './test-migration.ts'

const { entity, tried } = await testMigration()

test('a year ahead and thirty back is near, and what lies beyond is far off', () => {
  const days = [
    '2126-03-31',
    '2027-04-02',
    '2027-04-01',
    '2026-03-31',
    '1996-03-31',
    '1996-02-01',
    '1970-01-01',
  ]
  deepEqual(
    days.filter((day) => isFarOff(day, '2026-03-31')),
    ['2126-03-31', '2027-04-02', '1996-02-01', '1970-01-01'],
  )
})

test('a trial balance of a year that nobody means is told before it is posted, and not refused', async () => {
  await entity('Lark LLC', 'USD')
  for (const [written, day] of [
    ['December 31, 2126', '2126-12-31'],
    ['December 31, 1971', '1971-12-31'],
  ] as const) {
    const told = await tried(file(written))
    equal(told['tiesOut'], true)
    deepEqual(
      rowsOf(told['warnings']).map(({ company, message }) => [company, String(message).slice(0, 42)]),
      [['Lark LLC', `Something would be posted on ${day}, w`]],
    )
  }
  deepEqual((await tried(file('December 31, 2025')))['warnings'], [])
  const before = await tried(file('December 31, 1969'))
  equal(faultsOf(before).length, 1, 'no book holds a day before 1970')
})

function file(day: string) {
  return {
    files: [
      {
        name: 'lark.csv',
        csv: `Lark LLC,,\nTrial Balance,,\n"As of ${day}",,\n,Debit,Credit\n1010 Checking,5.00,\n3010 Equity,,5.00\n`,
      },
    ],
  }
}
