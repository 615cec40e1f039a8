const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** An active or former code of ISO 4217, as the platform knows it. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code)
}

/** Digits after the point, as ISO 4217 has them: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  const known = DIGITS.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  if (isCurrency(currency)) DIGITS.set(currency, digits)
  return digits
}

/** A formatter costs a hundred times what posting a line does. */
const DIGITS = new Map<string, number>()
