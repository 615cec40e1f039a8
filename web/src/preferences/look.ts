import { LANGUAGES, type Language } from '#kernel/languages.ts'

/** How a person looks at it, as far as the first paint needs it. Null is not chosen: as the browser says. */
export interface Look {
  theme: 'light' | 'dark' | 'system'
  language: Language | null
  timeZone: string | null
}

export const NOTHING_CHOSEN: Look = { theme: 'system', language: null, timeZone: null }

const COOKIE = /(?:^|; )iza_look=(light|dark|system)~(en|de)?~([A-Za-z0-9_+/-]{0,64})(?:;|$)/
const YEAR_S = 365 * 24 * 60 * 60

/**
 * The copy that the first paint is made of, until the server has spoken. A cookie and not local storage: each port is an
 * origin of its own, and a room on a port that was never opened before would flash in another look and language.
 */
export function lookIn(cookies: string): Look {
  const [, theme, language, timeZone = ''] = COOKIE.exec(cookies) ?? []
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: LANGUAGES.find((known) => known === language) ?? null,
    timeZone: timeZone === '' ? null : timeZone,
  }
}

/** It holds nothing secret, and the server does not read it: the preferences themselves are in its database. */
export function cookieOf({ theme, language, timeZone }: Look, isSecure: boolean): string {
  const value = `${theme}~${language ?? ''}~${timeZone ?? ''}`
  return `iza_look=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Strict${isSecure ? '; Secure' : ''}`
}
