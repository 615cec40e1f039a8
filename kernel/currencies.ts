const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** An active or former code of ISO 4217, as the platform knows it. */
export function isCurrency(code: string): boolean {
  return KNOWN.has(code)
}

/** Digits after the point: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}
