export type Basis = 'revenue' | 'headcount' | 'shares' | 'flat'

/** By weights that are not below 0 and not all 0, to the last minor unit: what rounding leaves goes to the largest remainders. */
export function shareOut(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, one) => all + one, 0n)
  const parts = weights.map((weight, at) => ({
    at,
    minor: (total * weight) / sum,
    rest: (total * weight) % sum,
  }))
  const left = Number(total - parts.reduce((all, { minor }) => all + minor, 0n))
  const first = new Set(
    parts
      .toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
      .slice(0, left)
      .map(({ at }) => at),
  )
  return parts.map(({ at, minor }) => (first.has(at) ? minor + 1n : minor))
}
