import { speak } from '../strings/i18n.ts'
import { firstSpoken } from '#kernel/languages.ts'
import { cookieOf, lookIn, type Look } from './look.ts'
import { showInZone } from './zone.ts'

export function keptLook(): Look {
  return lookIn(document.cookie)
}

/** Words and zone at once, and a copy for the next first paint. The theme is MUI's to set. */
export async function adoptLook(look: Look): Promise<void> {
  document.cookie = cookieOf(look, location.protocol === 'https:')
  showInZone(look.timeZone)
  await speak(look.language ?? firstSpoken(navigator.languages))
}
