import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { csvOfTable } from './csv-of-table.ts'

test('cells are quoted where they must be, numbers stay, and nothing in them is run', () => {
  equal(
    csvOfTable([
      ['Period', 'Furniture, "old"', '=1+1'],
      ['2026-10', '-12.5', null],
      ['-x', '+49', '@a'],
    ]),
    'Period,"Furniture, ""old""",\'=1+1\r\n2026-10,-12.5,\r\n\'-x,\'+49,\'@a\r\n',
  )
})
