import { minorDigits } from '#kernel/currencies.ts'
import { AMOUNT_MINOR_MAX, amountText, minorOf } from '#kernel/money.ts'
import type { Target, Tell } from './import-model.ts'
import type { Side } from './source-books.ts'

/** In minor units, debits positive; undefined with a fault that says why not. */
export function readMinor(
  { value, side, row, cell }: { value: string; side: Side; row: number; cell: string },
  given: { currency: string; target: Target | undefined; fileAt: number; tell: Tell },
): bigint | undefined {
  const { currency, target, fileAt, tell } = given
  const read = minorOf(value, currency)
  if ('wrong' in read) {
    tell(read.wrong === 'range' ? tooLarge(value, currency) : tooFine(value, currency), { fileAt, row, cell })
    return undefined
  }
  const isDebit =
    side === 'debit' || (side === 'natural' && (target?.type === 'asset' || target?.type === 'expense'))
  return isDebit ? read.minor : -read.minor
}

const tooFine = (value: string, currency: string) => ({
  en: `${value} has more digits after the point than ${currency}, which has ${minorDigits(currency)}. Correct the amount in the file.`,
  de: `${value} hat mehr Stellen nach dem Komma als ${currency}, das ${minorDigits(currency)} hat. Berichtigen Sie den Betrag in der Datei.`,
})
const tooLarge = (value: string, currency: string) => ({
  en: `${value} ${currency} is more than one line can hold, which is ${amountText(AMOUNT_MINOR_MAX, currency)}. Check the amount in the file.`,
  de: `${value} ${currency} ist mehr, als eine Zeile fasst: höchstens ${amountText(AMOUNT_MINOR_MAX, currency)}. Prüfen Sie den Betrag in der Datei.`,
})
