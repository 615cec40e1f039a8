import { lastEndedBefore, parsePeriod, periodOf, previousPeriod, today } from '#kernel/periods.ts'
import { present } from '#kernel/assert.ts'
import type { Output, Row } from '../../api.ts'

export type BoardRow = Row<'closing.list-board'>
export type Check = BoardRow['checks'][number]
export type Outcome = Output<'closing.close-period'>['outcomes'][number]
export type CloseKind = 'soft' | 'hard'

/** In the order of the board. */
export const CHECKS = ['bank', 'intercompany', 'schedules', 'revalued', 'reviewed'] as const
/** As many as one closing.close-period takes. */
export const CLOSED_MAX = 500

const MONTHS_OFFERED = 36

/** What a person has only to say is open; what is computed and does not hold blocks until it is mended. */
export function standingOf({ isMet, isByHand }: Check): 'met' | 'open' | 'blocked' {
  if (isMet) return 'met'
  return isByHand ? 'open' : 'blocked'
}

/** The month of the address; the last one that is over where it names none. */
export function monthIn(text: string): string {
  return parsePeriod(text)?.cadence === 'month' ? text : lastEndedBefore('month', today()).name
}

/** The months that can be chosen, the latest first: three years, and the one that is shown. */
export function monthsOffered(shown: string): string[] {
  let at = periodOf('month', today())
  const names: string[] = []
  while (names.length < MONTHS_OFFERED) {
    at = previousPeriod(at)
    names.push(at.name)
  }
  return [...new Set([...names, shown])].toSorted().toReversed()
}

export function daysOfMonth(month: string): { from: string; to: string } {
  const { startsOn, endsOn } = present(parsePeriod(month), 'a month that was read')
  return { from: startsOn, to: endsOn }
}

/** How many books are closed from which month on, the earliest first. */
export function spansOf(froms: readonly (string | null)[]): { from: string; count: number }[] {
  const known = froms.filter((from) => from !== null)
  return [...Map.groupBy(known, (from) => from)]
    .map(([from, all]) => ({ from, count: all.length }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** The months of a blocker, in few words: the first, and up to which one where there are several. */
export function monthsOf(months: readonly string[]): { from: string; to: string; count: number } {
  const sorted = months.toSorted()
  return { from: sorted[0] ?? '', to: sorted.at(-1) ?? '', count: sorted.length }
}

/** Where the entity and its group are compared side by side; undefined where what is apart has no other side to compare with. */
export function groupHref({ entity, differences }: BoardRow, month: string): string | undefined {
  if (!differences.some(({ theirs }) => theirs !== null)) return undefined
  const query = new URLSearchParams({ asOf: daysOfMonth(month).to, entity: entity.id })
  return `/banking/group/between?${query.toString()}`
}
