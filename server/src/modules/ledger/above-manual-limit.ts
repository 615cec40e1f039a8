import type { Said } from '#kernel/languages.ts'
import type { AboveLimit } from './over-manual-limit.ts'

/** Why an entry by hand waits for a second person. */
export const aboveManualLimit = ({ amount, limit }: AboveLimit): Said => ({
  en: `An entry by hand over ${amount} is above the limit of this book, which is ${limit}.`,
  de: `Eine Buchung von Hand über ${amount} liegt über der Grenze dieses Buchs: ${limit}.`,
})
