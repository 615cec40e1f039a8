import type { SourceAccount } from './source-books.ts'

const CODE = /^[0-9A-Za-z]([0-9A-Za-z.-]{0,18}[0-9A-Za-z])?$/
/** `1010 Checking`, `1010 - Checking`, `1010 · Checking`. Three digits at least: "24 Hour Fitness" is a name. */
const NUMBERED = /^(\d{3}[\d.-]{0,16})(?:\s+[-–·:]\s*|\s*·\s*|\s+)(\S.*)$/
/** Xero's older report: `Sales (200)`. */
const IN_BRACKETS = /^(\S.*?)\s+\((\d[\w.-]{0,19})\)$/

/** What a source calls an account: its code, where it has one, and its name. Pure. */
export function readAccount(given: { text: string; code: string; hint: string }): SourceAccount {
  const key = given.text.trim().replaceAll(/\s+/g, ' ')
  const parts = key.split(':').map((part) => part.trim())
  const own = parts.at(-1) ?? key
  const [, number, named] = NUMBERED.exec(own) ?? []
  const [, before, bracketed] = IN_BRACKETS.exec(own) ?? []
  const column = given.code.trim()
  const code = [column, number, bracketed].find((one) => one !== undefined && CODE.test(one)) ?? null
  // Sub-accounts without numbers repeat their names below different parents, so they keep them.
  const name = named ?? before ?? (parts.length > 1 ? parts.join(': ') : key)
  return { key, code, name, hint: given.hint.trim() }
}

/** ERPNext writes the company's abbreviation behind every account and cost centre: "Cash - SB". What all of them end with. */
export function sharedEnding(texts: readonly string[]): string {
  const endings = texts.map((text) => / - [^-]{1,12}$/.exec(text)?.[0] ?? '')
  const counts = Map.groupBy(endings, (ending) => ending)
  const [most, rows] = [...counts].toSorted((a, b) => b[1].length - a[1].length)[0] ?? ['', []]
  return rows.length * 2 > texts.length ? most : ''
}

export function withoutEnding(text: string, ending: string): string {
  return ending !== '' && text.endsWith(ending) ? text.slice(0, -ending.length) : text
}
