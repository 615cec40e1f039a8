import { amountText } from '#kernel/money.ts'
import { minorBooks, sumOf, type MinorBooks } from './check-sums.ts'
import {
  type Choices,
  type DecidedCompany,
  type KnownAccount,
  type KnownEntity,
  type PlannedEntry,
  type SourceCompany,
  type Target,
  type Tell,
  type TieOutRow,
} from './import-model.ts'
import { mapAccounts } from './map-accounts.ts'
import { planLedger, planOpening, type Words } from './plan-entries.ts'

/** What is known of a company's book: nothing of it where it is to be opened. */
export interface KnownBook {
  accounts: readonly KnownAccount[]
  /** By account, as of the day of the tie-out: debits positive. */
  balances: ReadonlyMap<string, bigint>
  /** Whether anything stands on it the day before a general ledger begins, but for what an earlier import opened it with. */
  isBegun: boolean
  /** External ids that are posted already. */
  posted: ReadonlySet<string>
  /** The first day that takes entries of whoever imports; undefined where all do. */
  openFrom: string | undefined
  /** Whether whoever imports may open books and add accounts here. */
  mayWrite: boolean
}

/** What becomes of one company: where its accounts go, what is posted, and how its figures stand against ours then. Pure. */
export function decideCompany(
  source: SourceCompany,
  given: { entity: KnownEntity | undefined; book: KnownBook; words: Words; choices: Choices },
): DecidedCompany {
  const { entity, book, words, choices } = given
  const decided: DecidedCompany = {
    company: source.name,
    source,
    asOf: (source.balance ?? source.ledger)?.asOf ?? '',
    entity,
    currency: entity?.currency ?? undefined,
    targets: [],
    rows: [],
    entries: [],
    knownEntries: 0,
    debitMinor: 0n,
    creditMinor: 0n,
    faults: [],
  }
  const tell: Tell = (message, at) =>
    void decided.faults.push(
      Object.assign({ fileAt: null, row: null, cell: null, company: source.name, message }, at),
    )
  const currency = currencyOf(source, entity, tell)
  if (currency === undefined) return decided
  const targets = mapAccounts(source, { choices, there: book.accounts, currency, tell })
  decided.targets = [...new Set(targets.values())]
  for (const target of decided.targets) {
    if (target.caption === undefined) tell(unknownKind(target))
    if (target.accountId === null && target.caption === 'exchange') tell(noExchange(target))
  }
  const how = { currency, targets, tell }
  const ledger = source.ledger && minorBooks(source.ledger, how)
  const balance = source.balance && minorBooks(source.balance, how)
  const expected = balance ? balance.lines : ledger ? began(ledger).concat(ledger.lines) : []
  const entries =
    source.ledger && ledger
      ? planLedger(source, source.ledger, { books: ledger, isBegun: book.isBegun, words, currency, tell })
      : source.balance && balance
        ? planOpening(source, source.balance, {
            lines: balance.lines,
            on: source.balance.asOf,
            words,
            currency,
            tell,
          })
        : []
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
  return decided
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

function began({ openings }: MinorBooks): { target: Target; minor: bigint }[] {
  return openings.map(({ target, minor }) => ({ target, minor }))
}

/** A row for each account that the source has, and for each that the book has something on. */
function tieOutRows(
  { targets, entries, asOf }: DecidedCompany,
  { expected, book }: { expected: readonly { target: Target; minor: bigint }[]; book: KnownBook },
): TieOutRow[] {
  const stated = sumsOf(expected)
  const posted = sumsOf(
    entries.filter(({ effectiveOn }) => effectiveOn <= asOf).flatMap(({ lines }) => lines),
  )
  const isTarget = new Set(targets.map(({ accountId }) => accountId))
  const others = book.accounts.filter(({ id }) => !isTarget.has(id) && (book.balances.get(id) ?? 0n) !== 0n)
  return targets
    .concat(
      others.map(({ id, code, name, caption, type }) => ({
        accountId: id,
        code,
        name,
        caption,
        type,
        role: null,
        sources: [],
      })),
    )
    .map((target) => ({
      target,
      sourceMinor: stated.get(target) ?? 0n,
      bookMinor: target.accountId === null ? 0n : (book.balances.get(target.accountId) ?? 0n),
      postedMinor: posted.get(target) ?? 0n,
    }))
    .toSorted((a, b) => (a.target.code < b.target.code ? -1 : 1))
}

function sumsOf(lines: readonly { target: Target; minor: bigint }[]): Map<Target, bigint> {
  const sums = new Map<Target, bigint>()
  for (const { target, minor } of lines) sums.set(target, (sums.get(target) ?? 0n) + minor)
  return sums
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
const noExchange = ({ sources: [key = ''] }: Target) => ({
  en: `"${key}" cannot be where currencies meet: no account of a source is. Say another caption.`,
  de: `„${key}“ kann nicht das Konto sein, auf dem Währungen sich treffen: Das ist kein Konto einer Quelle. Nennen Sie einen anderen Posten.`,
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
