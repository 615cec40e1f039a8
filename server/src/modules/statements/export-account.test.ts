import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from '../ledger/test-ledger.ts'

const { act, ours, theirs } = await testLedger()

test('the statement of an account is printed, within its days, and on as many pages as it needs', async () => {
  const entries = Array.from({ length: 120 }, (_, at) => {
    const { bookId: _book, ...entry } = ours.entry(ours.lines(['1010', at + 1], ['3010', -at - 1]), {
      effectiveOn: at < 100 ? '2026-01-15' : '2026-02-15',
      memo: `Entry ${at}`,
    })
    return entry
  })
  await act('ledger.post-entries', { bookId: ours.bookId, entries })
  const print = async (more: object) => {
    const input = { accountId: ours.account('1010'), ...more }
    const { fileName, mediaType, content } = await act('statements.export-account', input)
    const bytes = Buffer.from(String(content), 'base64').toString('latin1')
    assert.deepEqual([bytes.slice(0, 5), mediaType], ['%PDF-', 'application/pdf'])
    return { fileName, pages: bytes.split('/Type /Page\n').length - 1 }
  }
  assert.deepEqual(await print({}), { fileName: 'account-1010.pdf', pages: 3 })
  assert.deepEqual(await print({ from: '2026-02-01', to: '2026-02-28' }), {
    fileName: 'account-1010-2026-02-01-2026-02-28.pdf',
    pages: 1,
  })
})

const refused = (more: object) =>
  refusal(act('statements.export-account', { accountId: theirs.account('1010'), ...more }))

test('what is too long to print, and what is not there, is refused in words', async () => {
  for (let from = 0; from < 5001; from += 1000) {
    const entries = Array.from({ length: Math.min(1000, 5001 - from) }, () => {
      const { bookId: _book, ...entry } = theirs.entry(theirs.lines(['1010', 1], ['3010', -1]))
      return entry
    })
    await act('ledger.post-entries', { bookId: theirs.bookId, entries })
  }
  const long = await refused({})
  assert.equal(long.code, 'statements.too-many-lines')
  assert.match(long.message, /at most 5000 lines.*ledger\.export-general-ledger/)
  assert.equal((await refused({ from: '2026-02-01', to: '2026-01-01' })).code, 'statements.from-after-to')
})
