/** The languages of people. English comes first, and is what programs, logs and the audit read. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** As it is kept of a person; English where they chose none. */
export function languageNamed(kept: string | null): Language {
  return LANGUAGES.find((known) => known === kept) ?? 'en'
}

/** One sentence in every language: whoever reads it chooses, which may be somebody else than who caused it, and later. */
export type Said = Readonly<Record<Language, string>>

/** What is the same in each: names, numbers, and what only programs and terminals read. */
export function sameInAll(text: string): Said {
  return { en: text, de: text }
}

/** A sentence made of others. */
export function inEach(say: (language: Language) => string): Said {
  return { en: say('en'), de: say('de') }
}
