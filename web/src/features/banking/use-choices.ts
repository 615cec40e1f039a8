import { useMemo } from 'react'
import { usePages } from '../../api.ts'
import { useWhole } from '../businesses/use-all-rows.ts'
import type { Book } from './banking-words.ts'

/** The accounts in use and the businesses of the entity, each all of them: they are found by typing. */
export function useChoices(book: Book) {
  const { rows: accounts, isComplete } = useWhole(
    usePages('ledger.list-accounts', { bookId: book.id, limit: 200 }),
  )
  const { rows: businesses } = useWhole(
    usePages('businesses.list-businesses', { entityId: book.entity.id, limit: 200 }),
  )
  return useMemo(
    () => ({
      /** Whether all accounts are here. */
      isComplete,
      /** Of the book: it is never its own partner. */
      entityId: book.entity.id,
      accounts: new Map(accounts.map((account) => [account.id, account])),
      accountOptions: accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
      businessOptions: businesses.map(({ id, name }) => ({ value: id, label: name })),
    }),
    [accounts, businesses, isComplete, book.entity.id],
  )
}

export type Choices = ReturnType<typeof useChoices>
