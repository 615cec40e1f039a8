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

/** A share of the whole without any rounding: `parts` of `of`. Products of stakes have no end of decimals otherwise. */
export interface Share {
  parts: bigint
  of: bigint
}

export function through({ parts, of }: Share, millionths: bigint): Share {
  return { parts: parts * millionths, of: of * WHOLE }
}

/** Both are products of stakes, so the one denominator is always a multiple of the other. */
export function plus(one: Share, other: Share): Share {
  const of = one.of > other.of ? one.of : other.of
  return { parts: one.parts * (of / one.of) + other.parts * (of / other.of), of }
}

/** To the nearest millionth of a percent, for reading; a half goes up. */
export function roundedMillionths({ parts, of }: Share): bigint {
  return (2n * parts * WHOLE + of) / (2n * of)
}
