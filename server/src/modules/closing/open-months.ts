import type { Said } from '#kernel/languages.ts'
import { addDays, monthDays, nextPeriod, periodOf, today, type Period } from '#kernel/periods.ts'
import type { BookToClose } from './books-queries.ts'
import { MONTHS_AT_ONCE, type Kind } from './schema.ts'
import { stateOf } from './state-of.ts'

export interface Stuck {
  blocker: 'order' | 'not-over'
  month: string
  says: Said
}

type Closed = Pick<BookToClose, 'closedThrough' | 'softClosedThrough' | 'firstOn'>

/**
 * The months of a book that are closed with one of them: that and all open ones before it. None where it is closed so already; what no
 * reason gets past is told instead. Where nothing is closed yet, the first month is that of the first entry.
 */
export function openMonths(book: Closed, name: string, kind: Kind): { months: Period[]; stuck?: Stuck } {
  const last = monthDays(name)
  const state = stateOf(last.endsOn, book)
  if (state === 'hard' || state === kind) return { months: [] }
  if (last.endsOn >= today())
    return { months: [], stuck: { blocker: 'not-over', month: name, says: notOver(last.endsOn) } }
  const months = [firstOpen(book, last, kind)]
  for (let at = months[0]; at && at.name !== name; at = months.at(-1)) {
    if (months.length === MONTHS_AT_ONCE)
      return {
        months: [],
        stuck: { blocker: 'order', month: months[0]?.name ?? name, says: tooMany(months) },
      }
    months.push(nextPeriod(at))
  }
  return { months }
}

/** The first month that would be closed with that one: after what is closed, or that of the first entry. */
export function firstOpen(
  { closedThrough, softClosedThrough, firstOn }: Closed,
  last: Period,
  kind: Kind,
): Period {
  const through = kind === 'hard' ? closedThrough : (softClosedThrough ?? closedThrough)
  const from = through === null ? firstOn : addDays(through, 1)
  return from === null || from >= last.startsOn ? last : periodOf('month', from)
}

const notOver = (endsOn: string): Said => ({
  en: `The month ends on ${endsOn}, and is closed when it is over.`,
  de: `Der Monat endet am ${endsOn} und wird abgeschlossen, wenn er vorüber ist.`,
})

function tooMany(months: readonly Period[]): Said {
  const [first, last] = [months[0]?.name ?? '', months.at(-1)?.name ?? '']
  return {
    en: `It is open since ${first}, and at most ${MONTHS_AT_ONCE} months are closed at once. Close it to ${last} first.`,
    de: `Es ist seit ${first} offen, und höchstens ${MONTHS_AT_ONCE} Monate werden auf einmal abgeschlossen. Schließen Sie es zuerst bis ${last} ab.`,
  }
}
