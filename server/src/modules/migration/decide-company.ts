import { OWN_CAPTIONS } from '#kernel/captions.ts'
import { amountText } from '#kernel/money.ts'
import type { RememberedChoice } from './choices-queries.ts'
import { minorBooks, sumOf, type MinorLine } from './check-sums.ts'
import {
  type Choices,
  type DecidedCompany,
  type KnownBook,
  type KnownEntity,
  type PlannedEntry,
  type OtherEntities,
  type SourceCompany,
  type Target,
  type Tell,
} from './import-model.ts'
import type { Fault } from './source-books.ts'
import { farOff, isFarOff } from './far-days.ts'
import { BETWEEN } from './group-names.ts'
import { mapAccounts } from './map-accounts.ts'
import { planLedger, planOpening, type Places, type Words } from './plan-entries.ts'
import { recallIn } from './recall-choice.ts'
import { tieOutRows } from './tie-out-rows.ts'

/** What becomes of one company: where its accounts go, what is posted, and how its figures stand against ours then. Pure. */
export function decideCompany(
  source: SourceCompany,
  given: {
    entity: KnownEntity | undefined
    others: OtherEntities
    book: KnownBook
    words: Words
    choices: Choices
    remembered: readonly RememberedChoice[]
    today: string
  },
): DecidedCompany {
  const { entity, others, book, choices } = given
  const decided: DecidedCompany = {
    company: source.name,
    source,
    asOf: (source.balance ?? source.ledger)?.asOf ?? '',
    entity,
    currency: entity?.currency ?? undefined,
    targets: [],
    accounts: [],
    rows: [],
    entries: [],
    knownEntries: 0,
    debitMinor: 0n,
    creditMinor: 0n,
    faults: [],
    warnings: [],
  }
  const tell = tellerInto(decided.faults, source.name)
  const currency = currencyOf(source, entity, tell)
  if (currency === undefined) return decided
  const there = book.accounts
  const recall = recallIn(source, { entity, there, remembered: given.remembered })
  decided.accounts = mapAccounts(source, { choices, recall, there, others, currency, tell })
  decided.targets = [...new Set(decided.accounts.map(({ target }) => target))]
  for (const target of decided.targets) {
    if (target.caption === undefined) tell(unknownKind(target))
    if (target.accountId === null && isOwn(target)) tell(ownCaption(target))
  }
  const places = {
    words: given.words,
    partners: new Map(
      decided.accounts.flatMap(({ source: { key }, partner }) => (partner ? [[key, partner.id]] : [])),
    ),
  }
  const { entries, expected } = plannedOf(decided, { book, places, currency, tell })
  if (source.ledger && sumOf(expected) !== 0n)
    tell(expectedUnbalanced(source.name, sumOf(expected), currency))
  decided.entries = entries.filter(({ externalId }) => !book.posted.has(externalId))
  decided.knownEntries = entries.length - decided.entries.length
  decided.rows = tieOutRows(decided, { expected, book })
  const sums = decided.rows.map(({ sourceMinor }) => ({ minor: sourceMinor }))
  decided.debitMinor = sumOf(sums.filter(({ minor }) => minor > 0n))
  decided.creditMinor = -sumOf(sums.filter(({ minor }) => minor < 0n))
  refuseClosed(decided.entries, book, tell)
  const makes = entity?.bookId === null || decided.targets.some(({ accountId }) => accountId === null)
  if (makes && !book.mayWrite) tell(mayNotWrite(source.name))
  if (decided.entries.length > 0) {
    warnOfPartners(decided, expected)
    warnOfDays(decided, given.today)
  }
  return decided
}

function tellerInto(told: Fault[], company: string): Tell {
  return (message, at) =>
    void told.push(Object.assign({ fileAt: null, row: null, cell: null, company, message }, at))
}

type Expected = Pick<MinorLine, 'account' | 'target' | 'minor'>

/** What is posted of a company, and where its accounts have to arrive. */
function plannedOf(
  { source, accounts }: DecidedCompany,
  given: { book: KnownBook; places: Places; currency: string; tell: Tell },
): { entries: PlannedEntry[]; expected: readonly Expected[] } {
  const { book, ...how } = given
  const targets = new Map(accounts.map(({ source: { key }, target }) => [key, target]))
  const read = { currency: given.currency, targets, tell: given.tell }
  const ledger = source.ledger && minorBooks(source.ledger, read)
  const balance = source.balance && minorBooks(source.balance, read)
  const expected = balance ? balance.lines : ledger ? [...ledger.openings, ...ledger.lines] : []
  if (source.ledger && ledger) {
    const entries = planLedger(source, source.ledger, { books: ledger, isBegun: book.isBegun, ...how })
    return { entries, expected }
  }
  if (!source.balance || !balance) return { entries: [], expected }
  const on = source.balance.asOf
  return { entries: planOpening(source, source.balance, { lines: balance.lines, on, ...how }), expected }
}

/** Without a partner the close finds that nobody agrees, and a consolidation leaves both sides standing. */
function warnOfPartners(
  { accounts, warnings, company }: DecidedCompany,
  expected: readonly Expected[],
): void {
  const warn = tellerInto(warnings, company)
  for (const { source, target, partner } of accounts) {
    const { key } = source
    if (partner || target.caption === undefined || !BETWEEN.has(target.caption)) continue
    if (sumOf(expected.filter(({ account }) => account === key)) !== 0n) warn(noPartner(key))
  }
}

/** Of the first and the last day on which something would be posted. */
function warnOfDays({ entries, warnings, company }: DecidedCompany, today: string): void {
  const days = entries.map(({ effectiveOn }) => effectiveOn).toSorted()
  for (const day of new Set([days[0] ?? today, days.at(-1) ?? today]))
    if (isFarOff(day, today)) tellerInto(warnings, company)(farOff(day))
}

function currencyOf(source: SourceCompany, entity: KnownEntity | undefined, tell: Tell): string | undefined {
  const { currency, name } = entity ?? { currency: null, name: '' }
  const stated = (source.balance ?? source.ledger)?.currency
  if (!entity) tell(noEntity(source.name))
  else if (currency === null) tell(noCurrency(name))
  else if (stated !== undefined && stated !== currency) tell(otherCurrency(name, currency, stated))
  else return currency
  return undefined
}

function refuseClosed(entries: readonly PlannedEntry[], { openFrom }: KnownBook, tell: Tell): void {
  if (openFrom === undefined) return
  const closed = entries.filter(({ effectiveOn }) => effectiveOn < openFrom)
  const [first] = closed
  if (first) tell(periodClosed(first.effectiveOn, closed.length, openFrom))
}

const noEntity = (company: string) => ({
  en: `No entity that you can use is called "${company}". Choose the one that it is, or register it first.`,
  de: `Keine Gesellschaft, die Sie verwenden können, heißt „${company}“. Wählen Sie die richtige, oder legen Sie sie zuerst an.`,
})
const noCurrency = (name: string) => ({
  en: `The functional currency of ${name} is not known. Set it first.`,
  de: `Die funktionale Währung von ${name} ist nicht bekannt. Tragen Sie sie zuerst ein.`,
})
const otherCurrency = (name: string, currency: string, stated: string) => ({
  en: `The figures are in ${stated}, and the book of ${name} is in ${currency}. Export the report in ${currency}.`,
  de: `Die Zahlen sind in ${stated}, und das Buch von ${name} ist in ${currency}. Exportieren Sie den Bericht in ${currency}.`,
})
const unknownKind = ({ sources: [key = ''] }: Target) => ({
  en: `Nothing tells what "${key}" is. Say under which caption it belongs, or which account of the book it is.`,
  de: `Nichts sagt, was „${key}“ ist. Sagen Sie, unter welchen Posten es gehört, oder welches Konto des Buchs es ist.`,
})
function isOwn({ caption }: Target): boolean {
  return caption !== undefined && OWN_CAPTIONS.includes(caption)
}

const ownCaption = ({ sources: [key = ''] }: Target) => ({
  en: `"${key}" cannot be where currencies or businesses meet: such an account moves by itself, and no source has it. Say another caption.`,
  de: `„${key}“ kann nicht das Konto sein, auf dem Währungen oder Unternehmen sich treffen: Ein solches bewegt sich von selbst, und keine Quelle hat es. Nennen Sie einen anderen Posten.`,
})
const noPartner = (key: string) => ({
  en: `"${key}" is between entities, and nothing says which one is on the other side. Choose it: without it the close finds that the group does not agree, and a consolidation takes nothing of it out.`,
  de: `„${key}“ steht zwischen Gesellschaften, und nichts sagt, welche auf der anderen Seite ist. Wählen Sie sie: Sonst meldet der Abschluss, dass der Konzern nicht übereinstimmt, und eine Konsolidierung nimmt davon nichts heraus.`,
})
const mayNotWrite = (company: string) => ({
  en: `For ${company} a book would be opened or accounts added, and you may not do that: it takes the permission ledger.write.`,
  de: `Für ${company} würde ein Buch eröffnet oder Konten angelegt, und das dürfen Sie nicht: Dazu braucht es die Berechtigung ledger.write.`,
})
const periodClosed = (day: string, count: number, openFrom: string) => ({
  en: `${count === 1 ? 'An entry is' : `${count.toLocaleString('en')} entries are`} in months that are closed, the first on ${day}; the book takes entries from ${openFrom} on. Reopen those months first.`,
  de: `${count === 1 ? 'Eine Buchung liegt' : `${count.toLocaleString('de')} Buchungen liegen`} in abgeschlossenen Monaten, die erste am ${day}; das Buch nimmt Buchungen ab dem ${openFrom} auf. Öffnen Sie diese Monate zuerst wieder.`,
})
const expectedUnbalanced = (company: string, missing: bigint, currency: string) => {
  const by = amountText(missing < 0n ? -missing : missing, currency)
  return {
    en: `What ${company} ends with does not balance: ${missing > 0n ? 'debits' : 'credits'} are ${by} more. Look for an account that is left out of the report.`,
    de: `Womit ${company} endet, geht nicht auf: Im ${missing > 0n ? 'Soll' : 'Haben'} stehen ${by} mehr. Suchen Sie ein Konto, das im Bericht fehlt.`,
  }
}
