import type { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import type { Language, Said } from '#kernel/languages.ts'
import { decimalOf } from '#kernel/money.ts'
import type { Transaction } from '#server/database/database.ts'
import { namesOfEntities } from '#server/modules/entities/index.ts'
import type { Period } from '#kernel/periods.ts'
import { present } from '#kernel/assert.ts'
import {
  noCash,
  notPosted,
  notReconciled,
  notReviewed,
  agreed,
  allRun,
  notRun,
  nothingForeign,
  revaluedThen,
  notRevalued,
  said,
  outdated,
  disagreed,
} from './check-words.ts'
import { entitiesWithBooks, groupSums, movedIn, revaluedOn } from './checks-queries.ts'
import { dueOccurrences, type Due } from './due-occurrences.ts'
import { factsIn } from './facts-in.ts'
import { groupDifferences, type GroupDifference } from './group-differences.ts'
import { marksOf, type Mark } from './marks-queries.ts'
import { refusalsOf } from './refusals-queries.ts'
import { schedulesOf } from './schedules-queries.ts'
import { CheckName, DIFFERENCES_MAX, type Check, type Difference, type MarkName } from './schema.ts'

type Check = z.output<typeof Check>
type Told = { isMet: boolean; says: Said; fix?: string; isMarked?: boolean }

export interface Asked {
  id: Id<'book'>
  entityId: Id<'entity'>
  /** One after the other. */
  months: readonly Period[]
}

export interface Checked {
  month: string
  checks: Check[]
  differences: Difference[]
}

/** How each book stands in each of its months before they are closed: a few statements for any number of books and months. */
export async function checksOfBooks(
  tx: Transaction,
  books: readonly Asked[],
  language: Language,
): Promise<Map<Id<'book'>, Checked[]>> {
  const days = books.flatMap(({ months }) => months.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]))
  if (days.length === 0) return new Map()
  const known = await whatIsKnown(tx, books, daysWithin(days))
  return new Map(
    books.map((book) => {
      const ofBook = known.of(book)
      return [
        book.id,
        book.months.map((month) => {
          const { told, apart } = tellMonth(ofBook, month, known.names)
          const checks = CheckName.options.map((check) => checkOf(book.id, check, told[check], language))
          return { month: month.name, checks, differences: differencesOf(apart, known.names) }
        }),
      ]
    }),
  )
}

function daysWithin(days: readonly string[]) {
  const sorted = days.toSorted()
  return { startsOn: present(sorted[0], 'a first day'), endsOn: present(sorted.at(-1), 'a last day') }
}

async function whatIsKnown(
  tx: Transaction,
  books: readonly Asked[],
  within: { startsOn: string; endsOn: string },
) {
  const ids = books.map(({ id }) => id)
  const [moved, revalued, sums, marks, schedules, refusals] = await Promise.all([
    movedIn(tx, ids, within),
    revaluedOn(tx, ids, within),
    groupSums(tx, books, within),
    marksOf(tx, ids, within),
    schedulesOf(tx, ids),
    refusalsOf(tx, ids),
  ])
  const due = await dueOccurrences(tx, schedules, within.endsOn)
  const others = [...new Set(sums.flatMap(({ entityId, partnerId }) => [entityId, partnerId ?? []].flat()))]
  const [names, withBooks] = await Promise.all([namesOfEntities(tx, others), entitiesWithBooks(tx, others)])
  const movedBy = Map.groupBy(moved, ({ bookId }) => bookId)
  const marksBy = Map.groupBy(marks, ({ bookId }) => bookId)
  const openBy = Map.groupBy(
    due.filter(({ entryId }) => entryId === null),
    ({ schedule }) => schedule.bookId,
  )
  const sumsBy = Map.groupBy(sums, ({ entityId }) => entityId)
  const claimsBy = Map.groupBy(sums, ({ partnerId }) => partnerId)
  return {
    names,
    of: ({ id, entityId }: Asked) => ({
      entityId,
      moved: movedBy.get(id) ?? [],
      revalued: revalued.get(id) ?? new Set<string>(),
      marks: marksBy.get(id) ?? [],
      open: openBy.get(id) ?? [],
      refusals,
      sums: [
        ...(sumsBy.get(entityId) ?? []),
        ...(claimsBy.get(entityId) ?? []).filter((one) => one.entityId !== entityId),
      ],
      withBooks,
    }),
  }
}

type OfBook = ReturnType<Awaited<ReturnType<typeof whatIsKnown>>['of']>

function tellMonth(
  { entityId, moved, revalued, marks, open, refusals, sums, withBooks }: OfBook,
  { startsOn, endsOn }: Period,
  names: ReadonlyMap<string, string>,
) {
  const { hasCash, foreign } = factsIn(moved, startsOn)
  const markOf = (wanted: MarkName) => marks.find(({ month, mark }) => month === startsOn && mark === wanted)
  const apart = groupDifferences(
    entityId,
    sums.filter(({ month }) => month <= startsOn),
    withBooks,
  )
  const told: Record<Check['check'], Told> = {
    bank: hasCash
      ? byHand(markOf('bank'), notReconciled, 'closing.mark-reconciled')
      : { isMet: true, says: noCash },
    intercompany: intercompany(apart, names),
    schedules: schedulesRun(
      open.filter(({ effectiveOn }) => effectiveOn <= endsOn),
      refusals,
    ),
    revalued: isRevaluedIn(foreign, revalued.has(endsOn)),
    reviewed: byHand(markOf('reviewed'), notReviewed, 'closing.mark-reviewed'),
  }
  return { told, apart }
}

function checkOf(
  bookId: Id<'book'>,
  check: Check['check'],
  { isMet, says, fix, isMarked = false }: Told,
  language: Language,
): Check {
  return {
    check,
    isMet,
    isByHand: check === 'bank' || check === 'reviewed',
    isMarked,
    says: says[language].slice(0, 1000),
    fix: isMet || fix === undefined ? null : { operation: fix, bookId },
  }
}

/** A mark holds for the entries that there were. */
function byHand(mark: Mark | undefined, missing: Said, fix: string): Told {
  if (!mark) return { isMet: false, says: missing, fix }
  return mark.since === 0
    ? { isMet: true, says: said(mark), isMarked: true }
    : { isMet: false, says: outdated(mark), fix, isMarked: true }
}

function schedulesRun([first, ...more]: readonly Due[], refusals: ReadonlyMap<string, Said>): Told {
  if (!first) return { isMet: true, says: allRun }
  const { schedule, effectiveOn, externalId } = first
  const refused = refusals.get(externalId)
  return {
    isMet: false,
    says: refused ? notPosted(first, more.length, refused) : notRun(schedule.name, effectiveOn, more.length),
    fix: 'closing.run-schedules',
  }
}

function isRevaluedIn(foreign: readonly string[], isRevalued: boolean): Told {
  if (foreign.length === 0) return { isMet: true, says: nothingForeign }
  if (isRevalued) return { isMet: true, says: revaluedThen }
  return { isMet: false, says: notRevalued(foreign.join(', ')), fix: 'ledger.revalue-book' }
}

function intercompany(found: readonly GroupDifference[], names: ReadonlyMap<string, string>): Told {
  const [first] = found
  if (!first) return { isMet: true, says: agreed }
  return {
    isMet: false,
    says: disagreed(first, found.length - 1, names),
    fix: 'ledger.list-lines',
  }
}

function differencesOf(found: readonly GroupDifference[], names: ReadonlyMap<string, string>): Difference[] {
  return found.slice(0, DIFFERENCES_MAX).map(({ partnerId, of, currency, oursMinor, theirsMinor }) => ({
    partner: partnerId === null ? null : { id: partnerId, name: names.get(partnerId) ?? null },
    of,
    currency,
    ours: decimalOf(oursMinor, currency),
    theirs: theirsMinor === null ? null : decimalOf(theirsMinor, currency),
  }))
}
