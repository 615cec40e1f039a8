/**
 * Legal Entity Identifier, ISO 17442: eighteen letters or digits and two check digits, by which the whole, with A as 10
 * to Z as 35, leaves 1 when divided by 97 (ISO 7064, MOD 97-10).
 */
export function isLei(text: string): boolean {
  return /^[A-Z0-9]{18}[0-9]{2}$/.test(text) && remainder(text) === 1
}

/** The two digits that make a LEI of eighteen letters or digits. */
export function leiCheckDigits(first18: string): string {
  return String(98 - remainder(`${first18}00`)).padStart(2, '0')
}

function remainder(text: string): number {
  let rest = 0
  for (const character of text)
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest
}
