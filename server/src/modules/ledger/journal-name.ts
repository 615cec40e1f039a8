import type { AccountType } from './schema.ts'

const ROOTS: Record<AccountType, string> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
}

/**
 * An account as plain-text accounting writes it: `Assets:Holding-LLC:1010-Operating-bank-account`. Both hledger and beancount
 * read it: beancount wants these five roots, and parts of letters, digits and dashes that begin with a capital or a digit.
 */
export function journalAccount(
  entityPart: string,
  account: { code: string; name: string; type: AccountType },
): string {
  return [ROOTS[account.type], entityPart, partOf(`${account.code} ${account.name}`)].join(':')
}

/** The part for each book, by its entity's name; where two names come out alike, the end of the book's id tells them apart. */
export function entityParts(books: readonly { id: string; name: string }[]): Map<string, string> {
  const parts = books.map(({ id, name }) => ({ id, part: partOf(name) }))
  const count = Map.groupBy(parts, ({ part }) => part.toLowerCase())
  return new Map(
    parts.map(({ id, part }) => {
      const isAlone = count.get(part.toLowerCase())?.length === 1
      return [id, isAlone ? part : `${part}-${id.slice(-8)}`]
    }),
  )
}

function partOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^0-9A-Za-z]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const part = plain === '' ? 'X' : plain
  return part.charAt(0).toUpperCase() + part.slice(1)
}
