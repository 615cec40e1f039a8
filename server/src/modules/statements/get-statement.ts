import { z } from 'zod'
import { decimalOf } from '#kernel/money.ts'
import type { Language, Said } from '#kernel/languages.ts'
import { covers } from '#server/catalogue/access.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import { exampleBook, exampleEntry, postEntry } from '../ledger/index.ts'
import { balanceOfBusinesses } from './balance-of-businesses.ts'
import { WITH_BUDGET } from './beside-budget.ts'
import { ofBook, ofBusinesses, type Asked, type Composed } from './compose-statement.ts'
import { ofNoBusiness } from './of-no-business.ts'
import {
  booksNotOpen,
  businessNotFound,
  categoryNotFound,
  noBudgetHere,
  noBusinessOfBook,
  oneSubject,
  onlyOfBooks,
} from './problems.ts'
import { Statement, StatementFields } from './schema.ts'
import { CHECK_WORDS } from '#kernel/statement-words.ts'
import type { Row } from './statement-rows.ts'
import { businessesOfCategory, findBusinessHeld, findCategoryName } from './statements-queries.ts'

export const getStatement = operation({
  name: 'statements.get-statement',
  summary:
    'A balance sheet, income statement or cash flow statement of a book; the income statement of a business, a category or what is of no business, and its balance sheet where its books balance by business; up to twelve periods side by side, down to the accounts.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject(StatementFields),
  output: Statement,
  examples: async (factory) => {
    const given = await exampleBook(factory)
    const { bookId } = given
    await factory.invoke(postEntry, { bookId, ...exampleEntry(given) })
    const year = { from: '2026-01-01', to: '2026-12-31' }
    return [
      { kind: 'balance-sheet' as const, bookId, periods: [{ to: '2026-12-31' }, { to: '2025-12-31' }] },
      { kind: 'income-statement' as const, bookId, periods: [year], recordedAt: '2027-01-31T00:00:00Z' },
      { kind: 'cash-flow' as const, bookId, periods: [year], method: 'direct' as const },
      { kind: 'income-statement' as const, bookId, isOfNoBusiness: true, periods: [year] },
    ]
  },
  async handle(input, context) {
    return composeStatement(input, context)
  },
})

/** What `statements.get-statement` answers, for whatever else shows or prints it. */
export async function composeStatement(
  asked: Asked,
  { tx, coverage, language }: Pick<CallContext, 'tx' | 'coverage' | 'language'>,
): Promise<Statement> {
  const { bookId, businessId, categoryId, kind } = asked
  if ([bookId, businessId, categoryId].filter((one) => one !== undefined).length !== 1) throw oneSubject()
  if (asked.isOfNoBusiness && bookId === undefined) throw noBusinessOfBook()
  if ((bookId === undefined || asked.isOfNoBusiness) && kind === 'cash-flow') throw onlyOfBooks(kind)
  if (asked.isWithBudget && kind !== 'income-statement') throw noBudgetHere(kind)
  const compose = kind === 'balance-sheet' ? balanceOfBusinesses : ofBusinesses
  const { isOfNoBusiness } = asked
  const nobody = { entity: null, bookId: null, isOfNoBusiness, business: null, category: null }
  if (bookId !== undefined) {
    const { book, ...made } = await ofBook(tx, bookId, asked, isOfNoBusiness ? ofNoBusiness : undefined)
    return told({ ...nobody, entity: book.entity, bookId }, { asked, made, language })
  }
  if (businessId !== undefined) {
    const held = await findBusinessHeld(tx, businessId)
    if (!held) throw businessNotFound(businessId)
    const { entityId, ...business } = held
    // An empty statement would read as a business that earns nothing.
    if (!covers(coverage, [entityId])) throw booksNotOpen(business.name)
    const made = await compose(tx, [businessId], asked)
    return told({ ...nobody, business }, { asked, made, language })
  }
  const category = await findCategoryName(tx, categoryId ?? '')
  if (!category) throw categoryNotFound(categoryId ?? '')
  const made = await compose(tx, await businessesOfCategory(tx, category.id), asked)
  return told({ ...nobody, category }, { asked, made, language })
}

type Subject = Pick<Statement, 'entity' | 'bookId' | 'isOfNoBusiness' | 'business' | 'category'>

function told(
  subject: Subject,
  { asked, made, language }: { asked: Asked; made: Composed; language: Language },
): Statement {
  const { currency, emptyBecause = asked.periods.map(() => null) } = made
  const texts = (amounts: readonly bigint[]) =>
    inTheirPlaces(
      amounts.map((one) => decimalOf(one, currency)),
      emptyBecause,
    )
  return {
    kind: asked.kind,
    ...subject,
    currency,
    recordedAt: asked.recordedAt ?? null,
    columns: asked.periods.flatMap(({ from, to }, at) =>
      (asked.isWithBudget ? WITH_BUDGET : (['actual'] as const)).map((kind) => ({
        kind,
        from: asked.kind === 'balance-sheet' ? null : (from ?? null),
        to,
        emptyBecause: emptyBecause[at]?.[language] ?? null,
      })),
    ),
    rows: made.rows.map((row) => toldRow(row, { texts, language })),
    checks: made.checks.map(({ key, differences }) => ({
      key,
      label: CHECK_WORDS[key][language],
      isMet: differences.every((one) => one === 0n),
      differences: texts(differences),
    })),
    rates: made.rates,
  }
}

/** Amounts are of the columns that are told; where one is empty its place stays so. Only balance sheets have such, and no budgets. */
function inTheirPlaces(texts: readonly string[], emptyBecause: readonly (Said | null)[]): string[] {
  if (emptyBecause.every((one) => one === null)) return [...texts]
  const rest = [...texts]
  return emptyBecause.map((why) => (why === null ? (rest.shift() ?? '') : ''))
}

function toldRow(
  { key, kind, depth, label, caption, account, amounts }: Row,
  { texts, language }: { texts: (amounts: readonly bigint[]) => string[]; language: Language },
): Statement['rows'][number] {
  return {
    key,
    kind,
    depth,
    label: label[language].slice(0, 200),
    caption,
    account: account && { id: account.id, bookId: account.bookId, entity: account.entity },
    amounts: texts(amounts),
  }
}
