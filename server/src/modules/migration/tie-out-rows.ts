import type { DecidedCompany, KnownBook, Target, TieOutRow } from './import-model.ts'

/** A row for each account that the source has, and for each that the book has something on. */
export function tieOutRows(
  { targets, entries, asOf }: DecidedCompany,
  { expected, book }: { expected: readonly { target: Target; minor: bigint }[]; book: KnownBook },
): TieOutRow[] {
  const stated = sumsOf(expected)
  const posted = sumsOf(
    entries.filter(({ effectiveOn }) => effectiveOn <= asOf).flatMap(({ lines }) => lines),
  )
  const isTarget = new Set(targets.map(({ accountId }) => accountId))
  const others = book.accounts.filter(({ id }) => !isTarget.has(id) && (book.balances.get(id) ?? 0n) !== 0n)
  return targets
    .concat(
      others.map(({ id, code, name, caption, type }) => ({
        accountId: id,
        code,
        name,
        caption,
        type,
        role: null,
        sources: [],
      })),
    )
    .map((target) => ({
      target,
      sourceMinor: stated.get(target) ?? 0n,
      bookMinor: target.accountId === null ? 0n : (book.balances.get(target.accountId) ?? 0n),
      postedMinor: posted.get(target) ?? 0n,
    }))
    .toSorted((a, b) => (a.target.code < b.target.code ? -1 : 1))
}

function sumsOf(lines: readonly { target: Target; minor: bigint }[]): Map<Target, bigint> {
  const sums = new Map<Target, bigint>()
  for (const { target, minor } of lines) sums.set(target, (sums.get(target) ?? 0n) + minor)
  return sums
}
