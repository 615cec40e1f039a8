import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import type { Strings } from './strings.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** Each other language is a chunk of its own: whoever reads English loads none of it. */
const OTHERS: Record<'de', () => Promise<Strings>> = {
  de: async () => (await import('./de.ts')).de,
}

// React escapes what it shows; a second escaping would print `&amp;` in names. A change of the time zone is told like one
// of the language (preferences/zone.ts), for the same places show it.
void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  react: { bindI18n: 'languageChanged zoneChanged' },
  initAsync: false,
})

/** All words in this language, from the next paint on. Where they cannot be loaded, they stay as they are. */
export async function speak(language: 'en' | 'de'): Promise<void> {
  try {
    if (language !== 'en' && !i18n.hasResourceBundle(language, 'translation'))
      i18n.addResourceBundle(language, 'translation', await OTHERS[language]())
  } catch {
    // The chunk did not come: the network, or an older page than the server's. Words that are known are better than none.
    return
  }
  if (i18n.language !== language) await i18n.changeLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

export { i18n }
