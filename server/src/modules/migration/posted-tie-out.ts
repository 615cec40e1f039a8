import type { Id } from '#kernel/ids.ts'
import type { FigureRow } from './import-rows-queries.ts'

export interface PostedRow {
  accountId: Id<'account'> | null
  code: string
  name: string
  sources: string[]
  minor: { source: bigint; ours: bigint }
}

/** Figures of a source against what the book has by that day, and whatever else the book has by then. Pure. */
export function postedTieOut(given: {
  figures: readonly FigureRow[]
  balances: readonly { accountId: Id<'account'>; minor: bigint }[]
  accounts: readonly { id: Id<'account'>; code: string; name: string }[]
}): PostedRow[] {
  const { figures, balances, accounts } = given
  const ours = new Map(balances.map(({ accountId, minor }) => [accountId, minor]))
  const named = new Map(accounts.map((one) => [one.id, one]))
  const rows = figures.map(({ accountId, code, name, sourceName, sourceMinor }): PostedRow => {
    const now = accountId === null ? undefined : named.get(accountId)
    return {
      accountId,
      code: now?.code ?? code,
      name: now?.name ?? name,
      sources: sourceName === '' ? [] : [sourceName],
      minor: { source: sourceMinor, ours: accountId === null ? 0n : (ours.get(accountId) ?? 0n) },
    }
  })
  const told = new Set(figures.map(({ accountId }) => accountId))
  const others = balances.flatMap(({ accountId, minor }): PostedRow[] => {
    const account = named.get(accountId)
    if (told.has(accountId) || !account) return []
    const { code, name } = account
    return [{ accountId, code, name, sources: [], minor: { source: 0n, ours: minor } }]
  })
  return rows.concat(others)
}
