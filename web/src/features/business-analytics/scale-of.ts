/** Where the axis begins and ends and has its marks: round numbers, zero always among them, so that no bar lies about its length. */
export function scaleOf(
  values: readonly number[],
  marks = 4,
): { low: number; high: number; ticks: number[] } {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const span = most - least || 1
  const rough = span / marks
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power
  const [first, last] = [Math.floor(least / step), Math.ceil(most / step)]
  const count = Math.max(1, last - first)
  const ticks = Array.from({ length: count + 1 }, (_nothing, at) => (first + at) * step)
  return { low: first * step, high: (first + count) * step, ticks }
}

/** Labels that would lie on each other are moved down, and up again where the page ends. */
export function spread(
  places: readonly number[],
  { gap, low, high }: { gap: number; low: number; high: number },
): number[] {
  const order = places.map((y, at) => ({ y, at })).toSorted((one, other) => one.y - other.y)
  let least = low
  for (const one of order) {
    one.y = Math.max(one.y, least)
    least = one.y + gap
  }
  let most = high
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, most)
    most = one.y - gap
  }
  const moved = [...places]
  for (const { y, at } of order) moved[at] = y
  return moved
}
