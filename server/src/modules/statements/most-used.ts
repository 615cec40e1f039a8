/** Where several books are read and nobody said in which currency: in that of most of them. */
export function mostUsed(currencies: readonly string[]): string {
  const counts = Map.groupBy(currencies.toSorted(), (one) => one)
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return most?.[0] ?? 'USD'
}
