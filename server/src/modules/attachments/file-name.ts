/** Signs that steer the terminal or turn the direction of reading, by which "exe.pdf" could be shown for "fdp.exe". */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const NAME_MAX = 200

/** What a file is called here: the last part of a path, without what cannot be seen. Empty where nothing is left. */
export function fileName(given: string): string {
  const [last = ''] = given.normalize('NFC').split(/[/\\]/).slice(-1)
  const seen = last.replaceAll(UNSEEN, '').trim()
  return /^\.*$/.test(seen) ? '' : seen.slice(0, NAME_MAX)
}
