import type { Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import { AMOUNT_MINOR_MAX, amountText, decimalOf, minorOf } from '#kernel/money.ts'
import { minorDigits } from '#kernel/currencies.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import type { DigestedLine } from './entry-digest.ts'
import type { AccountRole, AccountType, NewLine } from './schema.ts'

export interface KnownAccount {
  id: Id<'account'>
  bookId: Id<'book'>
  code: string
  name: string
  type: AccountType
  role: AccountRole | null
  currency: string | null
  floorMinor: bigint | null
  isArchived: boolean
}

/** What is to be known to decide; all of it was read before. */
export interface KnownPlaces {
  accounts: ReadonlyMap<string, KnownAccount>
  /** The entity that held the business on that day, by `heldKey`; missing where the business is not open to the caller. */
  holders: ReadonlyMap<string, string>
  entityNames: ReadonlyMap<string, string>
}

export interface DecidedLine extends DigestedLine {
  accountId: Id<'account'>
  businessId: Id<'business'> | null
  partnerEntityId: Id<'entity'> | null
}

export function heldKey(businessId: string, on: string): string {
  return `${businessId} ${on}`
}

interface Place {
  book: { id: Id<'book'>; entityId: Id<'entity'> }
  /** The day on which a business must be of the entity. */
  heldOn: string
  /** What takes an entry back swaps its automatic lines as well. */
  isReversal: boolean
  known: KnownPlaces
}

/** Its lines in minor units, or all that is wrong with it. Pure. */
export function decideLines(
  lines: readonly NewLine[],
  { book, heldOn, isReversal, known }: Place,
): { lines: DecidedLine[] } | { errors: FieldProblem[] } {
  const errors: FieldProblem[] = []
  const decided = lines.flatMap((line, at): DecidedLine[] => {
    const tell = (field: string, message: Said) =>
      void errors.push({ path: `/lines/${at}/${field}`, message })
    const account = known.accounts.get(line.accountId)
    if (account?.bookId !== book.id) return (tell('accountId', noAccount(line.accountId)), [])
    if (account.isArchived) return (tell('accountId', archived(account)), [])
    if (account.role === 'between-businesses' && !isReversal)
      return (tell('accountId', movesByItself(account)), [])
    const currency = currencyOf(line, account)
    if (typeof currency !== 'string') return (tell('currency', currency.says), [])
    const amount = amountOf(line, currency)
    if (typeof amount !== 'bigint') return (tell(amount.field, amount.says), [])
    const place = wrongPlace(line, account, { book, heldOn, isReversal, known })
    if (place) return (tell(place.field, place.says), [])
    const { businessId, isOverhead, partnerEntityId, counterparty, memo, tags, accountId } = line
    const where = { businessId, isOverhead, partnerEntityId, counterparty, memo, tags }
    return [{ accountId, currency, amountMinor: amount, ...where }]
  })
  if (errors.length === 0) errors.push(...imbalance(decided))
  return errors.length > 0 ? { errors } : { lines: decided }
}

function currencyOf({ currency }: NewLine, account: KnownAccount): string | { says: Said } {
  if (account.currency === null)
    return (
      currency ?? {
        says: {
          en: `"${account.name}" holds every currency: say in which this line is.`,
          de: `„${account.name}“ führt jede Währung: Geben Sie an, in welcher diese Zeile ist.`,
        },
      }
    )
  if (currency === undefined || currency === account.currency) return account.currency
  return {
    says: {
      en: `"${account.code} ${account.name}" is in ${account.currency}, and the line is in ${currency}. Convert it through the exchange account of the book, or choose an account in ${currency}.`,
      de: `„${account.code} ${account.name}“ ist in ${account.currency}, und die Zeile ist in ${currency}. Rechnen Sie über das Konto für Währungsverrechnung um, oder wählen Sie ein Konto in ${currency}.`,
    },
  }
}

function amountOf({ debit, credit }: NewLine, currency: string): bigint | { field: string; says: Said } {
  const field = debit === undefined ? 'credit' : 'debit'
  const given = debit ?? credit
  if (given === undefined || (debit !== undefined && credit !== undefined))
    return {
      field: 'debit',
      says: {
        en: 'A line has a debit or a credit, and not both. Cut it in two, or leave one out.',
        de: 'Eine Zeile hat Soll oder Haben, und nicht beides. Teilen Sie sie, oder lassen Sie eines weg.',
      },
    }
  const read = minorOf(given, currency)
  if ('wrong' in read)
    return { field, says: read.wrong === 'range' ? tooLarge(given, currency) : tooFine(given, currency) }
  if (read.minor === 0n)
    return {
      field,
      says: {
        en: 'A line of 0 moves nothing. Leave it out.',
        de: 'Eine Zeile über 0 bewegt nichts. Lassen Sie sie weg.',
      },
    }
  return debit === undefined ? -read.minor : read.minor
}

function tooFine(given: string, currency: string): Said {
  const digits = minorDigits(currency)
  return {
    en: `${given} has more digits after the point than ${currency}, which has ${digits}. Round it as you mean it.`,
    de: `${given} hat mehr Stellen nach dem Komma als ${currency}, das ${digits} hat. Runden Sie, wie Sie es meinen.`,
  }
}

function tooLarge(given: string, currency: string): Said {
  const most = decimalOf(AMOUNT_MINOR_MAX, currency)
  return {
    en: `${given} ${currency} is more than one line can hold, which is ${most}. Check it; if it is right, cut it into several lines.`,
    de: `${given} ${currency} ist mehr, als eine Zeile fasst: höchstens ${most}. Prüfen Sie den Betrag; stimmt er, teilen Sie ihn auf mehrere Zeilen auf.`,
  }
}

function wrongPlace(
  line: NewLine,
  account: KnownAccount,
  { book, heldOn, known }: Place,
): { field: string; says: Said } | undefined {
  const { businessId, isOverhead, partnerEntityId } = line
  const isResult = account.type === 'income' || account.type === 'expense'
  if (businessId !== null && isOverhead) return { field: 'isOverhead', says: notBoth }
  if (isResult && businessId === null && !isOverhead)
    return { field: 'businessId', says: needsBusiness(account) }
  if (businessId !== null) {
    const holder = known.holders.get(heldKey(businessId, heldOn))
    if (holder === undefined) return { field: 'businessId', says: noBusiness(businessId) }
    if (holder !== book.entityId)
      return { field: 'businessId', says: heldElsewhere(heldOn, known.entityNames.get(holder) ?? holder) }
  }
  if (partnerEntityId === book.entityId) return { field: 'partnerEntityId', says: partnerOfItself }
  if (partnerEntityId !== null && !known.entityNames.has(partnerEntityId))
    return { field: 'partnerEntityId', says: noEntity(partnerEntityId) }
  return undefined
}

/** Debits and credits are equal in each currency: what is missing, and on which side. */
function imbalance(lines: readonly DecidedLine[]): FieldProblem[] {
  const sums = new Map<string, { debit: bigint; credit: bigint }>()
  for (const { currency, amountMinor } of lines) {
    const sum = sums.get(currency) ?? { debit: 0n, credit: 0n }
    if (amountMinor > 0n) sum.debit += amountMinor
    else sum.credit -= amountMinor
    sums.set(currency, sum)
  }
  const wrong = [...sums].find(([, { debit, credit }]) => debit !== credit)
  if (!wrong) return []
  const [currency, { debit, credit }] = wrong
  const missing = debit > credit ? debit - credit : credit - debit
  const isDebit = credit > debit
  const [soll, haben, fehlt] = [debit, credit, missing].map((one) => amountText(one, currency))
  return [
    {
      path: '/lines',
      message: {
        en: `Debits ${soll} differ from credits ${haben}; add a ${isDebit ? 'debit' : 'credit'} of ${fehlt}.`,
        de: `Soll ${soll} und Haben ${haben} sind verschieden; fügen Sie ${fehlt} im ${isDebit ? 'Soll' : 'Haben'} hinzu.`,
      },
    },
  ]
}

const noAccount = (id: string): Said => ({
  en: `There is no account ${id} in this book. Choose one from ledger.list-accounts.`,
  de: `Es gibt kein Konto ${id} in diesem Buch. Wählen Sie eines aus ledger.list-accounts.`,
})
const archived = ({ code, name }: KnownAccount): Said => ({
  en: `"${code} ${name}" is archived. Choose another account, or bring it back with ledger.update-account.`,
  de: `„${code} ${name}“ ist archiviert. Wählen Sie ein anderes Konto, oder holen Sie es mit ledger.update-account zurück.`,
})
const movesByItself = ({ code, name }: KnownAccount): Said => ({
  en: `"${code} ${name}" moves by itself, so that each business balances. Name the businesses in the other lines, and leave this one out.`,
  de: `„${code} ${name}“ bewegt sich von selbst, sodass jedes Unternehmen ausgeglichen ist. Nennen Sie die Unternehmen in den anderen Zeilen, und lassen Sie diese weg.`,
})
const needsBusiness = ({ code, name }: KnownAccount): Said => ({
  en: `"${code} ${name}" is income or expense: name the business that it belongs to, or say that it is overhead.`,
  de: `„${code} ${name}“ ist Ertrag oder Aufwand: Nennen Sie das Unternehmen, zu dem er gehört, oder sagen Sie, dass es Gemeinkosten sind.`,
})
const notBoth: Said = {
  en: 'What belongs to a business is no overhead. Keep one of the two.',
  de: 'Was zu einem Unternehmen gehört, sind keine Gemeinkosten. Behalten Sie eines von beiden.',
}
const noBusiness = (id: string): Said => ({
  en: `There is no business ${id} that you can use. Choose one from businesses.list-businesses.`,
  de: `Es gibt kein Unternehmen ${id}, das Sie verwenden können. Wählen Sie eines aus businesses.list-businesses.`,
})
const heldElsewhere = (on: string, holder: string): Said => ({
  en: `On ${on} this business was held by ${holder}, and its lines belong in that book. Post there, or name a business of this entity.`,
  de: `Am ${on} gehörte dieses Unternehmen zu ${holder}, und seine Zeilen gehören in dessen Buch. Buchen Sie dort, oder nennen Sie ein Unternehmen dieser Gesellschaft.`,
})
const partnerOfItself: Said = {
  en: 'The entity of the book cannot be its own partner. Name the other entity, or none.',
  de: 'Die Gesellschaft des Buchs kann nicht ihre eigene Gegenseite sein. Nennen Sie die andere, oder keine.',
}
const noEntity = (id: string): Said => ({
  en: `There is no entity ${id} that you can use. Choose one from entities.list-entities.`,
  de: `Es gibt keine Gesellschaft ${id}, die Sie verwenden können. Wählen Sie eine aus entities.list-entities.`,
})
