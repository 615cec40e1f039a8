import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testLedger } from '../ledger/test-ledger.ts'

test('a statement leaves as CSV with the figures that the screen has, and as a PDF', async () => {
  const { act, entity, open } = await testLedger()
  const { bookId, lines, post } = await open(await entity('=Formula, "GmbH"'))
  await post(lines(['1010', 900], ['4010', -900]), { effectiveOn: '2026-02-01' })
  await post(lines(['6040', '12.5'], ['1010', '-12.5']), { effectiveOn: '2026-02-02' })
  const ask = { kind: 'income-statement', bookId, periods: [{ from: '2026-01-01', to: '2026-03-31' }] }
  const csv = await act('statements.export-statement', { ...ask, format: 'csv' })
  assert.deepEqual(csv, {
    fileName: 'income-statement-2026-03-31.csv',
    mediaType: 'text/csv',
    encoding: 'utf8',
    content: [
      `"Income statement, =Formula, ""GmbH"", USD",2026-01-01 – 2026-03-31`,
      'Revenue,900.00',
      '"  Revenue",900.00',
      '"    4010 Product sales",900.00',
      'Gross profit,900.00',
      'Operating expenses,12.50',
      '"  Operating expenses",12.50',
      '"    6040 Rent and office",12.50',
      'Contribution,887.50',
      'Operating result,887.50',
      'Result before tax,887.50',
      'Net result,887.50',
      '',
    ].join('\r\n'),
  })
  const pdf = await act('statements.export-statement', { ...ask, format: 'pdf' })
  assert.equal(pdf['mediaType'], 'application/pdf')
  const bytes = Buffer.from(String(pdf['content']), 'base64')
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  assert.ok(bytes.toString('latin1').includes('/Type /Page\n'), 'a page is in it')
})
