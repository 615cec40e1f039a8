import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { TestSystem } from '#server/test-system.ts'

const Made = z.object({ id: z.string() })
const Accounts = z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) })

/**
 * A holding that owns 80 % of a shop, each with a book: capital, a charge of shared services on both sides, and a sale. And a debt that
 * only the shop has booked, after the days that are consolidated.
 */
export async function seedGroup({ url, machineKey }: TestSystem) {
  const headers = { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' }
  const send = async (operation: string, input: object): Promise<unknown> => {
    const path = `${url}/api/v1/${operation.replace('.', '/')}`
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) })
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const made = async (operation: string, input: object) => Made.parse(await send(operation, input)).id
  const open = async (name: string) => {
    const entity = { name, kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency: 'USD' }
    const entityId = await made('entities.create-entity', entity)
    return { entityId, bookId: await made('ledger.open-book', { entityId, chart: 'ifrs' }) }
  }
  const accountsOf = async (bookId: string) => {
    const answer = await fetch(`${url}/api/v1/ledger/list-accounts?bookId=${bookId}&limit=200`, { headers })
    const { items } = Accounts.parse(await answer.json())
    return (code: string) => present(items.find((one) => one.code === code)?.id, `account ${code}`)
  }
  const funded = async (bookId: string) => {
    const own = await accountsOf(bookId)
    const lines = [
      { accountId: own('1010'), debit: '1000.00' },
      { accountId: own('3010'), credit: '1000.00' },
    ]
    await send('ledger.post-entry', { bookId, effectiveOn: '2026-01-02', memo: 'Share capital', lines })
  }
  const [holding, shop] = [await open('Lark Holding LLC'), await open('Lark Shop LLC')]
  await send('entities.record-stake', {
    entityId: shop.entityId,
    owner: { entityId: holding.entityId },
    votingPercent: '80',
    economicPercent: '80',
    from: '2025-01-01',
  })
  const pair = (kind: string, amount: string, effectiveOn: string, memo: string) =>
    send('group.post-intercompany', {
      kind,
      from: { entityId: holding.entityId, ...(kind === 'charge' && { isOverhead: true }) },
      to: { entityId: shop.entityId, ...(kind === 'charge' && { isOverhead: true }) },
      amount,
      currency: 'USD',
      effectiveOn,
      memo,
    })
  await funded(holding.bookId)
  await pair('capital', '800.00', '2026-01-15', 'Capital of the shop')
  await pair('charge', '500.00', '2026-03-31', 'Shared services of March')
  const account = await accountsOf(shop.bookId)
  const post = (effectiveOn: string, memo: string, lines: object[]) =>
    send('ledger.post-entry', { bookId: shop.bookId, effectiveOn, memo, lines })
  await post('2026-02-10', 'Sales of February', [
    { accountId: account('1010'), debit: '900.00' },
    { accountId: account('4010'), credit: '900.00', isOverhead: true },
  ])
  await post('2026-05-02', 'Services that nobody charged', [
    { accountId: account('6060'), debit: '40.00', isOverhead: true, partnerEntityId: holding.entityId },
    { accountId: account('2050'), credit: '40.00', partnerEntityId: holding.entityId },
  ])
  return { holding, shop }
}
