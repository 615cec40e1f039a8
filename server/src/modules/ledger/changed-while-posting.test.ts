import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { testLedger } from './test-ledger.ts'

const { act, ours, records } = await testLedger()

/** Thirty accounts, of each what two do to it at once, and all of them at once; in either order. */
async function atOnce({
  before,
  post,
  change,
  first,
}: {
  before: number
  post: number
  change: object
  first: number
}) {
  const accounts = await Promise.all(
    Array.from({ length: 30 }, async (_nothing, at) => {
      const given = { bookId: ours.bookId, code: `${first + at}`, name: `Clearing ${at}`, type: 'asset' }
      const accountId = String((await act('ledger.create-account', given))['id'])
      if (before > 0) await moved(accountId, before)
      return accountId
    }),
  )
  return Promise.all(
    accounts.map((accountId, at) => {
      const turns = [
        () => moved(accountId, post),
        () => act('ledger.update-account', { accountId, ...change }),
      ]
      return Promise.allSettled((at % 2 === 0 ? turns : turns.toReversed()).map((turn) => turn()))
    }),
  )
}

function moved(accountId: string, amount: number) {
  const [mine, other] = ours.lines(['1200', amount], ['3010', -amount])
  return act('ledger.post-entry', ours.entry([{ ...mine, accountId }, ...(other ? [other] : [])]))
}

test('an account that is archived while others post to it is archived with nothing on it, or not at all', async () => {
  const all = await atOnce({ before: 0, post: 5, change: { isArchived: true }, first: 1900 })
  deepEqual(outcomesOf(all), [1])
  deepEqual(codesOf(all).difference(new Set(['ledger.holds-balance', 'ledger.entry-refused'])), new Set())
  const { rows } = await records.query(
    `select code from account where archived_at is not null
       and (select sum(debit_minor - credit_minor) from account_day where account_id = account.id) <> 0`,
  )
  deepEqual(rows, [])
})

test('a floor that is set while others take from the account holds for one of the two', async () => {
  const all = await atOnce({ before: 60, post: -60, change: { floor: '20.00' }, first: 1940 })
  deepEqual(outcomesOf(all), [1])
  deepEqual(codesOf(all).difference(new Set(['ledger.below-floor', 'ledger.entry-refused'])), new Set())
})

/** How many of the two were done, of all pairs. */
function outcomesOf(all: PromiseSettledResult<unknown>[][]): number[] {
  return [...new Set(all.map((both) => both.filter(({ status }) => status === 'fulfilled').length))]
}

/** What those were told who were refused. */
function codesOf(all: PromiseSettledResult<unknown>[][]): Set<string> {
  return new Set(
    all.flat().flatMap((one) => (one.status === 'rejected' ? [String(Object(one.reason).code)] : [])),
  )
}
