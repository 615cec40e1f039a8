import { present } from '#kernel/assert.ts'
import { idFrom } from '#kernel/ids.ts'
import { isRecord } from '#kernel/records.ts'
import { tokenHash } from '#server/modules/identity/index.ts'
import { OWNER, SECRETS, testWay } from '#server/test-system.ts'

/** A founded studio with the books of two entities in dollars, and short words for what tests of books do all the time. */
export async function testLedger() {
  const way = await testWay()
  await way.call('identity.found-studio', OWNER)
  return booksIn(way)
}

/** The same in a studio that was founded already. */
export async function booksIn({
  database,
  machineKey,
  call,
  invoke,
}: Pick<Awaited<ReturnType<typeof testWay>>, 'database' | 'machineKey' | 'call' | 'invoke'>) {
  const me = await call('identity.get-me', {}, machineKey)
  const act = (operation: string, input: object, token = machineKey) => call(operation, input, token)
  const entity = async (name: string, functionalCurrency = 'USD') =>
    String(
      (await act('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency }))[
        'id'
      ],
    )
  const open = async (entityId: string, chart = 'us-gaap-llc') => {
    const bookId = String((await act('ledger.open-book', { entityId, chart }))['id'])
    const { items } = await act('ledger.list-accounts', { bookId, limit: 200 })
    const accounts = new Map(
      (Array.isArray(items) ? items : []).map(({ id, code }) => [String(code), String(id)]),
    )
    const account = (code: string) => present(accounts.get(code), `account ${code}`)
    /** `['1010', 100]` debits, `['4010', -100]` credits; overhead, unless more is said. */
    const lines = (...given: [code: string, amount: number | string, more?: object][]) =>
      given.map(([code, amount, more]) => {
        const isResult = /^[4-8]/.test(code)
        return Object.assign(
          { accountId: account(code) },
          side(String(amount)),
          isResult && more === undefined ? { isOverhead: true } : more,
        )
      })
    const entry = (given: ReturnType<typeof lines>, more: object = {}) => ({
      bookId,
      effectiveOn: '2026-03-31',
      memo: 'A test',
      lines: given,
      ...more,
    })
    return {
      bookId,
      entityId,
      account,
      lines,
      entry,
      post: (given: ReturnType<typeof lines>, more: object = {}) =>
        act('ledger.post-entry', entry(given, more)),
      balances: async (asOf: object = {}) =>
        balancesIn(await act('ledger.get-trial-balance', { bookId, ...asOf })),
      findings: () => findingsOf(act, bookId),
    }
  }
  const [holding, other] = [await entity('Holding LLC'), await entity('Other LLC')]
  return {
    database,
    machineKey,
    call,
    act,
    invoke,
    /** For a second way into the same database, in a process of its own. */
    wayIn: { machineKeyHash: tokenHash(machineKey), ...SECRETS },
    entity,
    open,
    studioId: idFrom('studio', Object(me['studio']).id),
    records: await database.look(),
    ours: await open(holding),
    theirs: await open(other),
    business: async (entityId: string, name: string) =>
      String((await act('businesses.create-business', { name, entityId }))['id']),
  }
}

type Act = (operation: string, input: object) => Promise<Record<string, unknown>>

/** What does not verify of all entries of a book. */
async function findingsOf(act: Act, bookId: string): Promise<unknown[]> {
  const found: unknown[] = []
  let cursor: unknown
  do {
    const part = await act('ledger.verify-entries', { bookId, ...(cursor ? { cursor } : {}) })
    if (Array.isArray(part['findings'])) found.push(...part['findings'])
    cursor = part['nextCursor']
  } while (cursor !== null)
  return found
}

function side(amount: string): object {
  return amount.startsWith('-') ? { credit: amount.slice(1) } : { debit: amount }
}

/** By code and currency, debits positive: `{ '1010 USD': '100.00' }`. */
function balancesIn({ rows }: Record<string, unknown>): Record<string, string> {
  const all = Array.isArray(rows) ? rows.filter(isRecord) : []
  return Object.fromEntries(
    all.map(({ account, currency, debit, credit }) => [
      `${String(Object(account).code)} ${String(currency)}`,
      typeof debit === 'string' ? debit : `-${String(credit)}`,
    ]),
  )
}
