import type { Said } from '#kernel/languages.ts'
import { Problem, problem } from '#kernel/problem.ts'

export const oneSubject = problem('invalid', 'statements.one-subject', () => ({
  en: 'A statement is of one book, one business or one category. Name exactly one of bookId, businessId and categoryId.',
  de: 'Ein Abschluss gehört zu einem Buch, einem Unternehmen oder einer Kategorie. Nennen Sie genau eines von bookId, businessId und categoryId.',
}))

export const onlyIncome = problem('invalid', 'statements.only-income', (kind: string) => ({
  en: `A business or a category has no ${kind}: what is owned and owed belongs to entities. Ask for its income-statement, or for the ${kind} of a book.`,
  de: `Ein Unternehmen oder eine Kategorie hat keine Darstellung ${kind}: Besitz und Schulden gehören Gesellschaften. Fragen Sie nach income-statement, oder nach ${kind} eines Buchs.`,
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
