/**
 * Employer Identification Number of the United States: two digits, a hyphen, seven digits. It has no check digit, but
 * the first two are of those that the IRS gives out ("How EINs are assigned and valid EIN prefixes", irs.gov).
 */
export function isEin(text: string): boolean {
  return /^\d{2}-\d{7}$/.test(text) && isGivenOut(Number(text.slice(0, 2)))
}

const PREFIXES = [
  [1, 6],
  [10, 16],
  [20, 27],
  [30, 48],
  [50, 68],
  [71, 77],
  [80, 88],
  [90, 95],
  [98, 99],
] as const

function isGivenOut(prefix: number): boolean {
  return PREFIXES.some(([first, last]) => prefix >= first && prefix <= last)
}
