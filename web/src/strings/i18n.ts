import i18n from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { OperationName } from '#contract/operations.d.ts'
import { en } from './en.ts'
import type { Strings } from './strings.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

/** What the server calls by names that are English words already, in another language. */
export interface Named {
  operations: Readonly<Record<string, string>>
  events: Readonly<Record<string, string>>
  fields: Readonly<Record<string, string>>
}

/** Each other language is a chunk of its own: whoever reads English loads none of it. */
const OTHERS: Record<'de', () => Promise<{ strings: Strings; named: Named }>> = {
  async de() {
    const [{ de }, { operationsDe }, { eventsDe }, { fieldsDe }] = await Promise.all([
      import('./de.ts'),
      import('#kernel/operations-de.ts'),
      import('./events-de.ts'),
      import('./fields-de.ts'),
    ])
    return {
      strings: de,
      named: {
        operations: operationsDe satisfies Record<OperationName, string>,
        events: eventsDe,
        fields: fieldsDe,
      },
    }
  },
}

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
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  react: { bindI18n: 'languageChanged zoneChanged' },
  initAsync: false,
})

/** All words in this language, from the next paint on. Where they cannot be loaded, they stay as they are. */
export async function speak(language: 'en' | 'de'): Promise<void> {
  try {
    if (language !== 'en' && !i18n.hasResourceBundle(language, 'translation')) {
      const { strings, named: names } = await OTHERS[language]()
      namedIn.set(language, names)
      i18n.addResourceBundle(language, 'translation', strings)
    }
  } catch {
    // The chunk did not come: the network, or an older page than the server's. Words that are known are better than none.
    return
  }
  if (i18n.language !== language) await i18n.changeLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

export { i18n }
