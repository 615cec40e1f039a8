import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { TestSystem } from '#server/test-system.ts'

const Made = z.object({ id: z.string() })
const Accounts = z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) })

/** A book in dollars with a business of its entity and two entries: capital that was paid in, and a sale. */
export async function seedBooks({ url, machineKey }: TestSystem) {
  const headers = { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' }
  const post = async (operation: string, input: object): Promise<string> => {
    const path = `${url}/api/v1/${operation.replace('.', '/')}`
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) })
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`)
    return Made.parse(await response.json()).id
  }
  const entity = {
    name: 'Menabrea Ledger LLC',
    kind: 'LLC',
    jurisdiction: 'US-DE',
    functionalCurrency: 'USD',
  }
  const entityId = await post('entities.create-entity', entity)
  const businessId = await post('businesses.create-business', { name: 'Copper Press', entityId })
  const bookId = await post('ledger.open-book', { entityId, chart: 'us-gaap-llc' })
  const answer = await fetch(`${url}/api/v1/ledger/list-accounts?bookId=${bookId}&limit=200`, { headers })
  const { items } = Accounts.parse(await answer.json())
  const account = (code: string) => present(items.find((one) => one.code === code)?.id, `account ${code}`)
  const entry = (memo: string, effectiveOn: string, lines: object[]) =>
    post('ledger.post-entry', { bookId, effectiveOn, memo, lines })
  const capitalId = await entry('Capital paid in by the members', '2026-01-15', [
    { accountId: account('1010'), debit: '250000.00' },
    { accountId: account('3010'), credit: '250000.00' },
  ])
  const saleId = await entry('Subscriptions of January', '2026-01-31', [
    { accountId: account('1010'), debit: '1164.75', counterparty: 'Stripe' },
    { accountId: account('5030'), debit: '35.25', businessId },
    { accountId: account('4020'), credit: '1200.00', businessId, memo: '40 customers' },
  ])
  return { entityId, businessId, bookId, capitalId, saleId, cashId: account('1010') }
}
