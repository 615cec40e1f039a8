import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from './test-ledger.ts'

const { act, ours } = await testLedger()

test('a cursor that was put together by hand is refused, and no instant is beyond the calendar', async () => {
  const lists: [operation: string, input: object, order: string, parts: string[]][] = [
    ['list-entries', {}, 'effectiveOn,id', ['soon', 'x']],
    ['list-entries', {}, 'effectiveOn,id', ['2026-02-30', 'x']],
    [
      'list-lines',
      { accountId: ours.account('1010') },
      'effectiveOn,entry,position',
      ['2026-01-01', 'x', 'y'],
    ],
    ['export-journal', { bookId: ours.bookId }, 'effectiveOn,id', ['', '']],
    ['verify-entries', { bookId: ours.bookId }, 'recordedAt', ['yesterday']],
  ]
  for (const [operation, input, order, parts] of lists) {
    const cursor = handmade(order, ...parts)
    equal(
      (await refusal(act(`ledger.${operation}`, { ...input, cursor }))).code,
      'catalogue.invalid-cursor',
      operation,
    )
  }
  for (const recordedAt of ['0000-01-01T00:00:00Z', '9999-01-01T00:00:00Z', 'now'])
    equal((await refusal(ours.balances({ recordedAt }))).code, 'catalogue.invalid-input')
})

function handmade(...parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}
