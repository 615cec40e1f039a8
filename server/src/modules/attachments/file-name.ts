/** Signs that steer the terminal or turn the direction of reading, by which "exe.pdf" could be shown for "fdp.exe". */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
const NAME_MAX = 200

/** What a file is called here: the last part of a path, without what cannot be seen. Empty where nothing is left. */
export function fileName(given: string): string {
  const [last = ''] = given.normalize('NFC').split(/[/\\]/).slice(-1)
  const seen = last.replaceAll(UNSEEN, '').trim()
  return /^\.*$/.test(seen) ? '' : seen.slice(0, NAME_MAX)
}
