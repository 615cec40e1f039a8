import { booksEn } from './books-en.ts'
import { portfolioEn } from './portfolio-en.ts'
import { shellEn } from './shell-en.ts'
import { studioEn } from './studio-en.ts'

/**
 * Every word that a person can see, for types and tests: the page takes the parts (`parts.ts`), each with the rooms that
 * say it. Keys follow the screens; `_one` and `_other` are i18next's plurals.
 */
export const en = { ...shellEn, ...portfolioEn, ...booksEn, ...studioEn }
