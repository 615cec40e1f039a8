import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { isRecord } from '#kernel/records.ts'
import { earned, founded, rowsOf, testGroup } from './test-group.ts'

const { act, database, book, owns, consolidate } = await testGroup()

test('a consolidated balance sheet at two dates, made in one action: both sides, the change, and what it rests on', async () => {
  const [parent, child] = [await book('Print Holding'), await book('Print Shop')]
  await owns(parent, child, '80')
  await founded(parent, [[undefined, 1000]])
  await founded(child, [
    [parent, 400],
    [undefined, 100],
  ])
  await earned(child, 50, '2026-02-01')
  const made = await consolidate(parent, '2026-01-01', '2026-03-31', {
    compareFrom: '2025-01-01',
    compareTo: '2025-12-31',
  })
  const comparison = isRecord(made['comparison']) ? made['comparison'] : {}
  deepEqual([comparison['to'], comparison['result'], made['result']], ['2025-12-31', '0.00', '50.00'])
  const asked = { id: made['id'], compareWithId: comparison['id'] }
  const whole = await act('group.get-consolidation', asked)
  const cash = rowsOf(whole, 'figures').find(({ caption }) => caption === 'cash')
  deepEqual(cash?.['compared'], { closing: '1100.00', period: '1100.00', flow: '0.00', direct: '0.00' })
  equal(whole['previousId'], comparison['id'])
  equal(isRecord(made['madeBy']) && made['madeBy']['kind'], 'machine')

  const csv = await act('group.export-consolidation', { ...asked, statement: 'balance-sheet', format: 'csv' })
  equal(csv['fileName'], 'balance-sheet-Print-Holding-2026-03-31.csv')
  const lines = String(csv['content']).split('\r\n')
  equal(
    lines[0],
    '"Balance sheet (consolidated), Print Holding, USD",Entities,Eliminations,2026-03-31,2025-12-31,Change',
  )
  ok(lines.includes('"  Cash",1150.00,0.00,1150.00,1100.00,50.00'))
  ok(lines.includes('Liabilities and equity,1550.00,-400.00,1150.00,1100.00,50.00'))
  ok(lines.includes('"full, 80 %, since 2025-01-01: Print Shop"'))
  ok(lines.includes('Assets equal liabilities and equity: OK'))
  match(String(csv['content']), /As known at 20/)
  const pdf = await act('group.export-consolidation', { ...asked, statement: 'cash-flow', format: 'pdf' })
  equal(Buffer.from(String(pdf['content']), 'base64').subarray(0, 5).toString(), '%PDF-')
})

test('what is of another root or currency cannot stand beside it, and a second period has both its days', async () => {
  const [one, other] = [await book('Beside One'), await book('Beside Other')]
  await act('ledger.record-rates', {
    rates: [{ base: 'EUR', quote: 'USD', on: '2026-03-31', rate: '1.25', source: 'A test' }],
  })
  const days = ['2026-01-01', '2026-03-31'] as const
  const made = await consolidate(one, ...days)
  for (const strange of [
    await consolidate(other, ...days),
    await consolidate(one, ...days, { currency: 'EUR' }),
  ])
    await rejects(
      act('group.get-consolidation', { id: made['id'], compareWithId: strange['id'] }),
      /is not of Beside One in USD/,
    )
  const given = { entityId: one.entityId, from: days[0], to: days[1] }
  await rejects(
    act('group.consolidate-entity', { ...given, compareTo: '2025-12-31' }),
    /compareFrom and compareTo/,
  )
  await rejects(
    act('group.consolidate-entity', { ...given, compareFrom: '2026-01-01', compareTo: '2025-12-31' }),
    /is after the last/,
  )
})

test('what was made before cash flows were told has none, says so, and has them made again', async () => {
  const parent = await book('Older Holding')
  await founded(parent, [[undefined, 1000]])
  const days = ['2026-01-01', '2026-03-31'] as const
  const made = await consolidate(parent, ...days)
  const admin = new pg.Client(database.configFor('admin'))
  await admin.connect()
  const without = (column: string) =>
    admin.query(`update consolidation_line set ${column} = null where consolidation_id = $1`, [made['id']])
  await without('direct_minor')
  const between = await act('group.get-consolidation', { id: made['id'] })
  deepEqual([isRecord(between['cash']), between['cashDirect']], [true, null])
  await without('flow_minor')
  await admin.end()
  const { cash, check } = await act('group.get-consolidation', { id: made['id'] })
  deepEqual([cash, isRecord(check) && check['difference']], [null, '0.00'])
  const asked = { id: made['id'], statement: 'cash-flow', format: 'csv' }
  for (const statement of ['cash-flow', 'cash-flow-direct'])
    await rejects(
      act('group.export-consolidation', { ...asked, statement }),
      /was made before cash flows were told/,
    )
  const again = await consolidate(parent, ...days)
  equal((await act('group.export-consolidation', { ...asked, id: again['id'] }))['mediaType'], 'text/csv')
})
