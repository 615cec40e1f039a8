import { dayIn } from './read-days.ts'

const TITLE =
  /^(trial balance|general ledger|account transactions|general ledger detail|transaction detail by account|general ledger report)\b/i
/** What says how a report was made, and is no name. */
const ASIDE = /^(accrual|cash) basis|^basis:|^fiscal year|^report (type|period)|^currency|^(from|to) date/i
const NAMED = /^(?:company|subsidiary|organi[sz]ation)\s*:+\s+(.+)$/i
const PERIOD =
  /^(as (of|at)|for the (period|year|month)|end of|from|period)\b|^(to date|as on)\b|\b(19|20|21)\d\d\b|\b9999\b/i

/** Company and day, out of what stands above a report; empty and undefined where it says neither. Pure. */
export function readHead(head: readonly string[]): { company: string; asOf: string | undefined } {
  let [company, asOf]: [string, string | undefined] = ['', undefined]
  for (const text of head) {
    const named = NAMED.exec(text)?.[1]
    if (named !== undefined) company = named
    else if (TITLE.test(text)) continue
    else if (PERIOD.test(text) && dayOf(text) !== undefined) asOf = dayOf(text)
    else if (!ASIDE.test(text) && !PERIOD.test(text)) company = text
  }
  return { company: lastPart(company), asOf }
}

/** A day that was written without quotes, "September 30, 2026", stands in two cells. */
function dayOf(text: string): string | undefined {
  return dayIn(text) ?? dayIn(text.replace(': ', ', '))
}

/** NetSuite names a subsidiary behind all that it belongs to: "Sparrow Holdings : Sparrow Shop LLC". */
export function lastPart(company: string): string {
  return (company.split(/\s:\s/).at(-1) ?? '').trim()
}
