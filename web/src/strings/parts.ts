import type { OperationName } from '#contract/operations.d.ts'
import type { Language } from '#kernel/languages.ts'
import type { Strings } from './strings.ts'

/** Words that come with rooms, and not with the first page. `words-of-rooms.test.ts` finds a room that names too few. */
export type Part = 'portfolio' | 'books' | 'studio'

/** What the server calls by names that are English words already, in another language. */
export interface Named {
  operations: Readonly<Record<string, string>>
  events: Readonly<Record<string, string>>
  fields: Readonly<Record<string, string>>
}

/** A part in a language is a chunk of its own: English in one piece was 33 of the 256 KB before the first paint. */
export const WORDS: Record<
  Language,
  Record<Part, () => Promise<Partial<Strings>>> & { shell?: () => Promise<Partial<Strings>> }
> = {
  en: {
    portfolio: async () => (await import('./portfolio-en.ts')).portfolioEn,
    books: async () => (await import('./books-en.ts')).booksEn,
    studio: async () => (await import('./studio-en.ts')).studioEn,
  },
  de: {
    shell: async () => (await import('./shell-de.ts')).shellDe,
    portfolio: async () => (await import('./portfolio-de.ts')).portfolioDe,
    books: async () => (await import('./books-de.ts')).booksDe,
    studio: async () => (await import('./studio-de.ts')).studioDe,
  },
}

export const NAMED: Partial<Record<Language, () => Promise<Named>>> = {
  async de() {
    const [{ operationsDe }, { eventsDe }, { fieldsDe }] = await Promise.all([
      import('#kernel/operations-de.ts'),
      import('./events-de.ts'),
      import('./fields-de.ts'),
    ])
    return {
      operations: operationsDe satisfies Record<OperationName, string>,
      events: eventsDe,
      fields: fieldsDe,
    }
  },
}
