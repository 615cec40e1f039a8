import type { Said } from '#kernel/languages.ts'
import type { AboveLimit } from './over-manual-limit.ts'

/** Why an entry by hand waits for a second person; with whose book it is where more than one is posted to. */
export const aboveManualLimit = ({ amount, limit }: AboveLimit, of?: string): Said => ({
  en: `An entry by hand over ${amount} is above the limit of ${of === undefined ? 'this book' : `the book of ${of}`}, which is ${limit}.`,
  de: `Eine Buchung von Hand über ${amount} liegt über der Grenze ${of === undefined ? 'dieses Buchs' : `des Buchs von ${of}`}: ${limit}.`,
})
