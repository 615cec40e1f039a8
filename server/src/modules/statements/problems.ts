import type { Said } from '#kernel/languages.ts'
import { Problem, problem } from '#kernel/problem.ts'

export const oneSubject = problem('invalid', 'statements.one-subject', () => ({
  en: 'A statement is of one book, one business or one category. Name exactly one of bookId, businessId and categoryId.',
  de: 'Ein Abschluss gehört zu einem Buch, einem Unternehmen oder einer Kategorie. Nennen Sie genau eines von bookId, businessId und categoryId.',
}))

export const onlyOfBooks = problem('invalid', 'statements.only-of-books', (kind: string) => ({
  en: `A business, a category or what is of no business has no ${kind}: cash is of entities. Ask for its income-statement or balance-sheet, or for the ${kind} of a book.`,
  de: `Ein Unternehmen, eine Kategorie oder was zu keinem Unternehmen gehört, hat keine Darstellung ${kind}: Zahlungsmittel gehören Gesellschaften. Fragen Sie nach income-statement oder balance-sheet, oder nach ${kind} eines Buchs.`,
}))

export const noBusinessOfBook = problem('invalid', 'statements.no-business-of-book', () => ({
  en: 'What names no business is of one book. Name its bookId, or leave isOfNoBusiness out.',
  de: 'Was zu keinem Unternehmen gehört, gehört zu einem Buch. Nennen Sie dessen bookId, oder lassen Sie isOfNoBusiness weg.',
}))

export const notByBusiness = problem('conflict', 'statements.not-by-business', (entity: string) => ({
  en: `The book of ${entity} does not balance by business, and so its businesses have no balance sheet. Let it, in the rules of the book or with ledger.balance-by-business, or ask for the balance sheet of the book.`,
  de: `Das Buch von ${entity} ist nicht je Unternehmen ausgeglichen, und darum haben seine Unternehmen keine Bilanz. Gleichen Sie es aus, in den Regeln des Buchs oder mit ledger.balance-by-business, oder fragen Sie nach der Bilanz des Buchs.`,
}))

export const byBusinessLater = problem(
  'conflict',
  'statements.by-business-later',
  (entity: string, from: string) => ({
    en: `The book of ${entity} balances by business from ${from} on, and not before. Choose a day from then on.`,
    de: `Das Buch von ${entity} ist ab dem ${from} je Unternehmen ausgeglichen, und nicht vorher. Wählen Sie einen Tag ab dann.`,
  }),
)

/** In the place of a column beside others. */
export const beforeByBusiness = (entity: string, from: string): Said => ({
  en: `The book of ${entity} balances by business from ${from} on, and not before.`,
  de: `Das Buch von ${entity} ist ab dem ${from} je Unternehmen ausgeglichen, und nicht vorher.`,
})

export const notYetKnown = problem(
  'conflict',
  'statements.by-business-not-known',
  (entity: string, since: string) => ({
    en: `That the book of ${entity} balances by business was recorded on ${since}. Ask as it was known at a later instant, or now.`,
    de: `Dass das Buch von ${entity} je Unternehmen ausgeglichen ist, wurde am ${since} erfasst. Fragen Sie nach einem späteren Kenntnisstand, oder dem von jetzt.`,
  }),
)

export const noBookBalances = problem('conflict', 'statements.no-book-balances', () => ({
  en: 'No book holds what this is about, and so there is no balance sheet. Open the book of the entity with ledger.open-book, then let it balance by business.',
  de: 'Kein Buch führt, worum es geht, und darum gibt es keine Bilanz. Eröffnen Sie das Buch der Gesellschaft mit ledger.open-book, und gleichen Sie es dann je Unternehmen aus.',
}))

export const noFirstDay = problem('invalid', 'statements.no-first-day', (kind: string, to: string) => ({
  en: `A column of an ${kind} needs its first day, and the one until ${to} has none. Name it as "from".`,
  de: `Eine Spalte von ${kind} braucht ihren ersten Tag, und der bis ${to} fehlt er. Nennen Sie ihn als „from“.`,
}))

export const fromAfterTo = problem('invalid', 'statements.from-after-to', (from: string, to: string) => ({
  en: `The first day ${from} lies after the last, ${to}. Turn them round.`,
  de: `Der erste Tag ${from} liegt nach dem letzten, ${to}. Vertauschen Sie die beiden.`,
}))

export const businessNotFound = problem('not-found', 'statements.business-not-found', (id: string) => ({
  en: `There is no business ${id} that you can read. Choose one from businesses.list-businesses.`,
  de: `Es gibt kein Unternehmen ${id}, das Sie lesen können. Wählen Sie eines aus businesses.list-businesses.`,
}))

export const booksNotOpen = problem('forbidden', 'statements.books-not-open', (name: string) => ({
  en: `What "${name}" earns stands in the book of its entity, and that book is not open to you. Ask for the permission ledger.read on the entity.`,
  de: `Was „${name}“ verdient, steht im Buch seiner Gesellschaft, und das ist Ihnen nicht zugänglich. Bitten Sie um das Recht ledger.read für die Gesellschaft.`,
}))

export const categoryNotFound = problem('not-found', 'statements.category-not-found', (id: string) => ({
  en: `There is no category ${id} that you can read. Choose one from businesses.list-categories.`,
  de: `Es gibt keine Kategorie ${id}, die Sie lesen können. Wählen Sie eine aus businesses.list-categories.`,
}))

export const noBudgetHere = problem('invalid', 'statements.no-budget-here', (kind: string) => ({
  en: `Budgets are of income and expenses, and a ${kind} has none. Ask without the budget.`,
  de: `Budgets gibt es für Erträge und Aufwendungen, und ${kind} hat keine. Fragen Sie ohne Budget.`,
}))

export const notAResult = (id: string): Said => ({
  en: `${id} is no account of income or expenses of this book, and only those have a budget. Choose one from ledger.list-accounts.`,
  de: `${id} ist kein Ertrags- oder Aufwandskonto dieses Buchs, und nur die haben ein Budget. Wählen Sie eines aus ledger.list-accounts.`,
})

export const wrongBudgetAmount = (amount: string, currency: string): Said => ({
  en: `${amount} is no amount of ${currency}: it has too many digits, or is too large. Write it as 1200.50.`,
  de: `${amount} ist kein Betrag in ${currency}: Er hat zu viele Stellen oder ist zu groß. Schreiben Sie ihn wie 1200.50.`,
})

/** Nothing of the budget was changed; which line, from 0, and what is wrong with it. */
export function budgetRefused(at: number, said: Said): Problem {
  const path = `/lines/${at}`
  return new Problem({
    kind: 'invalid',
    code: 'statements.budget-refused',
    message: { en: `${said.en} (${path})`, de: `${said.de} (${path})` },
    fields: [{ path, message: said }],
  })
}

export const tooManyLines = problem('invalid', 'statements.too-many-lines', (max: number) => ({
  en: `A statement to print has at most ${max} lines, and there are more. Choose fewer days, or take it as CSV with ledger.export-general-ledger.`,
  de: `Ein Kontoauszug zum Drucken hat höchstens ${max} Zeilen, und es sind mehr. Wählen Sie weniger Tage, oder nehmen Sie ihn als CSV mit ledger.export-general-ledger.`,
}))
