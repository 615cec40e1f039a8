import { i18n } from '../strings/i18n.ts'

let zone = deviceZone()

/** In which instants are shown. */
export function currentZone(): string {
  return zone
}

export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Whatever shows words is told, as of a language (`bindI18n`). A zone that this browser does not know is that of the device. */
export function showInZone(chosen: string | null): void {
  zone = chosen !== null && isKnown(chosen) ? chosen : deviceZone()
  i18n.emit('zoneChanged')
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
