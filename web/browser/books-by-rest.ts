import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { TestSystem } from '#server/test-system.ts'

const Made = z.object({ id: z.string() })
const Accounts = z.object({ items: z.array(z.object({ id: z.string(), code: z.string() })) })

/** Short words for what seeds of books do through the API. */
export function booksByRest({ url, machineKey }: TestSystem) {
  const headers = { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' }
  const send = async (operation: string, input: object): Promise<unknown> => {
    const path = `${url}/api/v1/${operation.replace('.', '/')}`
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) })
    if (!response.ok) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const made = async (operation: string, input: object) => Made.parse(await send(operation, input)).id
  /** The id of an account by its code. */
  const accountsOf = async (bookId: string) => {
    const answer = await fetch(`${url}/api/v1/ledger/list-accounts?bookId=${bookId}&limit=200`, { headers })
    const { items } = Accounts.parse(await answer.json())
    return (code: string) => present(items.find((one) => one.code === code)?.id, `account ${code}`)
  }
  const open = async (name: string, chart = 'us-gaap-llc') => {
    const entity = { name, kind: 'LLC', jurisdiction: 'US-DE', functionalCurrency: 'USD' }
    const entityId = await made('entities.create-entity', entity)
    return { entityId, bookId: await made('ledger.open-book', { entityId, chart }) }
  }
  return { send, made, accountsOf, open }
}
