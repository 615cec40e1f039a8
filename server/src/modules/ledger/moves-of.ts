import { isOnDebitSide } from './account-side.ts'
import type { DecidedLine, KnownPlaces } from './decide-entry.ts'

/** By how much an entry moves each of its accounts, in minor units, seen from the account's own side. */
export function movesOf(
  lines: readonly DecidedLine[],
  accounts: KnownPlaces['accounts'],
): Map<DecidedLine['accountId'], bigint> {
  const moves = new Map<DecidedLine['accountId'], bigint>()
  for (const { accountId, amountMinor } of lines) {
    const isDebit = isOnDebitSide(accounts.get(accountId)?.type)
    moves.set(accountId, (moves.get(accountId) ?? 0n) + (isDebit ? amountMinor : -amountMinor))
  }
  return moves
}
