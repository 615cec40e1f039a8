import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languageNamed, type Language } from '#kernel/languages.ts'
import type { en } from './en.ts'
import { NAMED, WORDS, type Named, type Part } from './parts.ts'
import { shellEn } from './shell-en.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** Of the rooms that were asked for so far. */
const needed = new Set<Part>()
const here = new Set<string>()
const namedIn = new Map<string, Named>()

/** The words for a name in the language of the screen; undefined where that is English, or does not know it. */
export function named(kind: keyof Named, name: string): string | undefined {
  return namedIn.get(i18n.language)?.[kind][name]
}

// React escapes what it shows; a second escaping would print `&amp;` in names. A change of the time zone is told like one
// of the language (preferences/zone.ts), for the same places show it.
void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: shellEn } },
  interpolation: { escapeValue: false },
  react: { bindI18n: 'languageChanged zoneChanged' },
  initAsync: false,
})

/** All words in this language, from the next paint on. Where they cannot be loaded, they stay as they are. */
export async function speak(language: Language): Promise<void> {
  try {
    await bringAll(() => language, needed)
  } catch {
    // The chunk did not come: the network, or an older page than the server's. Words that are known are better than none.
    return
  }
  if (i18n.language !== language) await i18n.changeLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

/** What a room says: it waits for these parts and no others, and is refused like its own chunk where they do not come. */
export async function bringWords(parts: readonly Part[]): Promise<void> {
  for (const part of parts) needed.add(part)
  await bringAll(() => languageNamed(i18n.language), new Set(parts))
}

/** Until nothing is missing: the language may change, or a room ask for more, while some are on their way. */
async function bringAll(languageNow: () => Language, parts: ReadonlySet<Part>): Promise<void> {
  for (let language = languageNow(); missingOf(parts, language).length > 0; language = languageNow())
    await Promise.all(missingOf(parts, language).map((part) => bring(language, part)))
}

function missingOf(parts: ReadonlySet<Part>, language: Language): ('shell' | Part)[] {
  return (['shell', ...parts] as const).filter(
    (part) => WORDS[language][part] !== undefined && !here.has(`${language} ${part}`),
  )
}

async function bring(language: Language, part: 'shell' | Part): Promise<void> {
  // The shell says no name of the server's: its words come without them.
  const names = part === 'shell' ? undefined : bringNames(language)
  const [words] = await Promise.all([WORDS[language][part]?.(), names])
  i18n.addResourceBundle(language, 'translation', words)
  here.add(`${language} ${part}`)
}

async function bringNames(language: Language): Promise<void> {
  const names = await NAMED[language]?.()
  if (names) namedIn.set(language, names)
}

export { i18n }
