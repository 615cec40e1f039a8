import { present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { ExampleFactory } from '#server/catalogue/operation.ts'
import { createEntity } from '#server/modules/entities/index.ts'
import { listAccounts } from './list-accounts.ts'
import { openBook } from './open-book.ts'

export interface ExampleBook {
  bookId: Id<'book'>
  entityId: Id<'entity'>
  cash: Id<'account'>
  sales: Id<'account'>
}

/** A book for examples and tests to build on; made through the operations themselves. */
export async function exampleBook(factory: ExampleFactory): Promise<ExampleBook> {
  const { id: entityId } = await factory.invoke(createEntity, {
    name: `Ledger ${newId('entity').slice(-8)} LLC`,
    kind: 'LLC',
    jurisdiction: 'US-DE',
    functionalCurrency: 'USD',
  })
  const { id: bookId } = await factory.invoke(openBook, { entityId, chart: 'us-gaap-llc' })
  const { items } = await factory.invoke(listAccounts, { bookId, limit: 200 })
  const named = (code: string) =>
    present(
      items.find((one) => one.code === code),
      `account ${code}`,
    ).id
  return { bookId, entityId, cash: named('1010'), sales: named('4010') }
}

/** A sale for cash that belongs to no business. */
export function exampleEntry({ cash, sales }: ExampleBook) {
  return {
    effectiveOn: '2026-03-31',
    memo: 'A sale, paid at once',
    lines: [
      { accountId: cash, debit: '120.00' },
      { accountId: sales, credit: '120.00', isOverhead: true },
    ],
  }
}
