import { amountText, decimalOf, minorOf } from '#kernel/money.ts'

/** In units of each currency. */
export type Sums = readonly { currency: string; amount: string }[]

/** `1,200.50 EUR + 10.00 USD`. */
export function sumsText(sums: Sums): string {
  return sums
    .map(({ currency, amount }) => {
      const read = minorOf(amount, currency)
      return 'minor' in read ? amountText(read.minor, currency) : `${amount} ${currency}`
    })
    .join(' + ')
}

/** What lines move, by the side of the debits. */
export function debitSums(lines: readonly { currency: string; amountMinor: bigint }[]): Sums {
  const debits = lines.filter(({ amountMinor }) => amountMinor > 0n)
  return [...Map.groupBy(debits, ({ currency }) => currency)].map(([currency, own]) => {
    const minor = own.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
    return { currency, amount: decimalOf(minor, currency) }
  })
}
