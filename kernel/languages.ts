/** The languages of people. English comes first, and is what programs, logs and the audit read. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** The first of these tags (BCP 47) that we speak; English where we speak none. */
export function firstSpoken(tags: readonly string[]): Language {
  for (const tag of tags) {
    const found = LANGUAGES.find((known) => tag.toLowerCase().split('-', 1)[0] === known)
    if (found) return found
  }
  return 'en'
}

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
