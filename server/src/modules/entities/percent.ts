/** Percentages are exact: text outside, millionths of a percent as bigint inside. 100 % is 100,000,000. */
export const WHOLE = 100_000_000n
const ONE_PERCENT = 1_000_000n

/** From text with at most six decimals, such as "33.333333". */
export function millionthsOf(percent: string): bigint {
  const [whole = '', decimals = ''] = percent.split('.')
  return BigInt(whole) * ONE_PERCENT + BigInt(decimals.padEnd(6, '0'))
}

/** The shortest text that says the same. */
export function percentOf(millionths: bigint): string {
  const decimals = String(millionths % ONE_PERCENT)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${millionths / ONE_PERCENT}${decimals === '' ? '' : `.${decimals}`}`
}

/**
 * A share without any rounding: `parts` of WHOLE to the power of `stakes`, as many as were multiplied. Products of stakes
 * have no end of decimals otherwise. The power is kept and not the number, which would be a second multiplication of each.
 */
export interface Share {
  parts: bigint
  stakes: number
}

export const ITSELF: Share = { parts: 1n, stakes: 0 }

export function through({ parts, stakes }: Share, millionths: bigint): Share {
  return { parts: parts * millionths, stakes: stakes + 1 }
}

export function plus(one: Share, other: Share): Share {
  if (one.stakes < other.stakes) return plus(other, one)
  return { parts: one.parts + other.parts * WHOLE ** BigInt(one.stakes - other.stakes), stakes: one.stakes }
}

/** To the nearest millionth of a percent, for reading; a half goes up. */
export function roundedMillionths({ parts, stakes }: Share): bigint {
  const of = WHOLE ** BigInt(stakes)
  return (2n * parts * WHOLE + of) / (2n * of)
}
