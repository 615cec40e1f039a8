import type { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import type { Language, Said } from '#kernel/languages.ts'
import { amountText, decimalOf } from '#kernel/money.ts'
import type { Transaction } from '#server/database/database.ts'
import { namesOfEntities } from '#server/modules/entities/index.ts'
import { entitiesWithBooks, factsOf, groupSums, type BookFacts } from './checks-queries.ts'
import { dueOccurrences, type Due } from './due-occurrences.ts'
import { groupDifferences, type GroupDifference } from './group-differences.ts'
import { marksOf, type Mark } from './marks-queries.ts'
import { schedulesOf } from './schedules-queries.ts'
import { DIFFERENCES_MAX, type Check, type Difference, type MarkName } from './schema.ts'

type Check = z.output<typeof Check>
type Told = { isMet: boolean; says: Said; fix?: string }

export interface Checked {
  checks: Check[]
  differences: Difference[]
}

/** How each book stands before a month of it is closed: a few statements for any number of books. */
export async function checksOfBooks(
  tx: Transaction,
  books: readonly { id: Id<'book'>; entityId: Id<'entity'> }[],
  { startsOn, endsOn, language }: { startsOn: string; endsOn: string; language: Language },
): Promise<Map<Id<'book'>, Checked>> {
  const ids = books.map(({ id }) => id)
  const [facts, sums, marks, schedules] = await Promise.all([
    factsOf(tx, ids, { startsOn, endsOn }),
    groupSums(tx, books, endsOn),
    marksOf(tx, ids, startsOn),
    schedulesOf(tx, ids),
  ])
  const due = await dueOccurrences(tx, schedules, endsOn)
  const others = [...new Set(sums.flatMap(({ entityId, partnerId }) => [entityId, partnerId ?? []].flat()))]
  const [names, withBooks] = await Promise.all([namesOfEntities(tx, others), entitiesWithBooks(tx, others)])
  return new Map(
    books.map(({ id, entityId }) => {
      const own = facts.get(id)
      const markOf = (wanted: MarkName) => marks.find(({ bookId, mark }) => bookId === id && mark === wanted)
      const apart = groupDifferences(entityId, sums, withBooks)
      const told = {
        bank: bank(own, markOf('bank')),
        intercompany: intercompany(apart, names),
        schedules: schedulesRun(due.filter((one) => one.schedule.bookId === id && one.entryId === null)),
        revalued: revalued(own),
        reviewed: byHand(markOf('reviewed'), notReviewed, 'closing.mark-reviewed'),
      }
      const checkOf = (check: Check['check'], { isMet, says, fix }: Told): Check => ({
        check,
        isMet,
        isByHand: check === 'bank' || check === 'reviewed',
        says: says[language].slice(0, 1000),
        fix: isMet || fix === undefined ? null : { operation: fix, bookId: id },
      })
      const checks = [
        checkOf('bank', told.bank),
        checkOf('intercompany', told.intercompany),
        checkOf('schedules', told.schedules),
        checkOf('revalued', told.revalued),
        checkOf('reviewed', told.reviewed),
      ]
      return [id, { checks, differences: differencesOf(apart, names) }]
    }),
  )
}

function bank(facts: BookFacts | undefined, mark: Mark | undefined): Told {
  return !facts || facts.cashAccounts === 0
    ? { isMet: true, says: noCash }
    : byHand(mark, notReconciled, 'closing.mark-reconciled')
}

/** A mark holds for the entries that there were. */
function byHand(mark: Mark | undefined, missing: Said, fix: string): Told {
  if (!mark) return { isMet: false, says: missing, fix }
  return mark.since === 0 ? { isMet: true, says: said(mark) } : { isMet: false, says: outdated(mark), fix }
}

function schedulesRun([first, ...more]: readonly Due[]): Told {
  if (!first) return { isMet: true, says: allRun }
  const { schedule, effectiveOn } = first
  return {
    isMet: false,
    says: notRun(schedule.name, effectiveOn, more.length),
    fix: 'closing.run-schedules',
  }
}

function revalued(facts: BookFacts | undefined): Told {
  const foreign = [...new Set(facts?.foreign)].toSorted()
  if (foreign.length === 0) return { isMet: true, says: nothingForeign }
  if (facts?.isRevalued) return { isMet: true, says: isRevalued }
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

const noCash: Said = {
  en: 'There is no cash in this book to compare with a bank.',
  de: 'In diesem Buch gibt es keine Zahlungsmittel, die mit einer Bank zu vergleichen wären.',
}
const notReconciled: Said = {
  en: 'Nobody has said that its cash agrees with the bank. Compare it with the statement of the month, then say so: this is by hand.',
  de: 'Niemand hat vermerkt, dass die Zahlungsmittel mit der Bank übereinstimmen. Vergleichen Sie sie mit dem Kontoauszug des Monats, und vermerken Sie es: Das geschieht von Hand.',
}
const notReviewed: Said = {
  en: 'Nobody has said that they reviewed this month. Look at it, then say so.',
  de: 'Niemand hat vermerkt, dass dieser Monat durchgesehen ist. Sehen Sie ihn durch, und vermerken Sie es.',
}
const agreed: Said = {
  en: 'What it and its group say that they owe each other agrees.',
  de: 'Was die Gesellschaft und ihr Konzern einander schulden, stimmt auf beiden Seiten überein.',
}
const allRun: Said = {
  en: 'All that schedules have due is posted.',
  de: 'Alles, was nach Plan fällig ist, ist gebucht.',
}
const notRun = (name: string, on: string, more: number): Said => ({
  en: `"${name}" is due on ${on} and is not posted${more > 0 ? ` (and ${more} more)` : ''}. Run the schedules.`,
  de: `„${name}“ ist am ${on} fällig und nicht gebucht${more > 0 ? ` (und ${more} weitere)` : ''}. Führen Sie die Pläne aus.`,
})
const nothingForeign: Said = {
  en: 'It holds nothing in a foreign currency.',
  de: 'Es enthält nichts in fremder Währung.',
}
const isRevalued: Said = {
  en: 'It was revalued on the last day of the month.',
  de: 'Es wurde am letzten Tag des Monats neu bewertet.',
}
const notRevalued = (currencies: string): Said => ({
  en: `It holds ${currencies} and was not revalued on the last day of the month.`,
  de: `Es enthält ${currencies} und wurde am letzten Tag des Monats nicht neu bewertet.`,
})

function said({ actorName, markedOn, note }: Mark): Said {
  const more = note === null ? '' : `: ${note}`
  return {
    en: `As ${actorName ?? 'this machine'} says since ${markedOn}${more}`,
    de: `So vermerkt von ${actorName ?? 'dieser Maschine'} am ${markedOn}${more}`,
  }
}

function outdated({ actorName, markedOn, since }: Mark): Said {
  return {
    en: `${actorName ?? 'This machine'} said so on ${markedOn}, and ${since === 1 ? '1 entry has' : `${since} entries have`} come in since. Look again, then say so again.`,
    de: `${actorName ?? 'Diese Maschine'} hat es am ${markedOn} vermerkt, und seither ${since === 1 ? 'kam 1 Buchung' : `kamen ${since} Buchungen`} hinzu. Sehen Sie noch einmal nach, und vermerken Sie es neu.`,
  }
}

function disagreed(
  { partnerId, currency, oursMinor, theirsMinor }: GroupDifference,
  more: number,
  names: ReadonlyMap<string, string>,
): Said {
  const [ours, off] = [amountText(oursMinor, currency), amountText(oursMinor + (theirsMinor ?? 0n), currency)]
  const partner = partnerId === null ? '' : (names.get(partnerId) ?? partnerId)
  const rest = { en: more > 0 ? ` (and ${more} more)` : '', de: more > 0 ? ` (und ${more} weitere)` : '' }
  if (partnerId === null)
    return {
      en: `${ours} with the group names no partner${rest.en}. Take those lines back and post them with their partner.`,
      de: `${ours} mit dem Konzern nennen keine Gegenseite${rest.de}. Stornieren Sie diese Zeilen, und buchen Sie sie mit ihrer Gegenseite.`,
    }
  if (theirsMinor === null)
    return {
      en: `${ours} with ${partner} cannot be compared: it has no book that you can read${rest.en}. Open it, or ask somebody who can read both.`,
      de: `${ours} mit ${partner} lassen sich nicht vergleichen: Es gibt dort kein Buch, das Sie lesen können${rest.de}. Eröffnen Sie es, oder bitten Sie jemanden, der beide lesen kann.`,
    }
  return {
    en: `This book and that of ${partner} differ by ${off}${rest.en}. Post what is missing on one side.`,
    de: `Dieses Buch und das von ${partner} weichen um ${off} voneinander ab${rest.de}. Buchen Sie, was auf einer Seite fehlt.`,
  }
}
