import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { idFrom, newId, type Id } from '#kernel/ids.ts'
import { LANGUAGES, type Language, type Said } from '#kernel/languages.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { createEntity } from '#server/modules/entities/index.ts'
import { insertAccounts, type NewAccount } from './accounts-queries.ts'
import { findBook, insertBook, lockEntity, membersOf } from './books-queries.ts'
import { chartCaption, CHARTS, type ChartAccount } from './charts.ts'
import { CHARTS_DE } from './charts-de.ts'
import { heldOf } from './held-words.ts'
import { bookExists, noCurrency, unknownEntity } from './problems.ts'
import { Basis, Book } from './schema.ts'

const Chart = z
  .enum(['us-gaap-llc', 'ifrs', 'nonprofit', 'none'])
  .describe(
    'The accounts that it begins with; an LLC has one for the capital of each member. None: you add them yourself.',
  )
const CALENDAR_YEAR = '12-31'

export const openBook = operation({
  name: 'ledger.open-book',
  summary: 'Opens the book of an entity, in its functional currency, with a chart of accounts to begin with.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ entityId }) => [entityId] },
  permission: 'ledger.write',
  risk: 'none',
  input: z.strictObject({
    entityId: id('entity'),
    basis: Basis.default('accrual'),
    chart: Chart.default('ifrs'),
    language: z.enum(LANGUAGES).default('en').describe('In which the accounts of the chart are named.'),
  }),
  output: Book,
  examples: async (factory) => {
    const entity = async (currency: string) =>
      factory.invoke(createEntity, {
        name: `Books ${newId('entity').slice(-8)} LLC`,
        kind: 'LLC',
        jurisdiction: 'US-DE',
        functionalCurrency: currency,
      })
    const [dollars, euros] = [await entity('USD'), await entity('EUR')]
    return [
      { entityId: dollars.id, chart: 'us-gaap-llc' as const },
      { entityId: euros.id, basis: 'cash' as const, language: 'de' as const },
    ]
  },
  async tellHeld({ entityId, chart }, { tx, changes: [opened] }) {
    const book = opened && (await findBook(tx, idFrom('book', opened.subjectId)))
    if (!book) return undefined
    const { currency, fiscalYearEnd, accounts } = book
    const [month, day] = fiscalYearEnd.split('-')
    const [counts, named] = [BASES[book.basis], CHART_NAMES[chart]]
    return heldOf(tx, [entityId], (names) => ({
      en: `For ${names.en} in ${currency}, ${counts.en}, fiscal year to ${fiscalYearEnd}, ${named.en} (${accounts} accounts).`,
      de: `Für ${names.de} in ${currency}, ${counts.de}, Geschäftsjahr bis ${day}.${month}., ${named.de} (${accounts} Konten).`,
    }))
  },
  async handle({ entityId, basis, chart, language }, { tx, access, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const entity = await lockEntity(tx, entityId)
    if (!entity) throw unknownEntity(entityId)
    if (entity.bookId !== null) throw bookExists(entity.name, entity.bookId)
    const { currency } = entity
    if (currency === null) throw noCurrency(entity.name)
    const bookId = newId('book')
    const fiscalYearEnd = entity.fiscalYearEnd ?? CALENDAR_YEAR
    await insertBook(tx, { id: bookId, studioId, entityId, currency, fiscalYearEnd, basis })
    if (chart !== 'none') {
      const members = chart === 'us-gaap-llc' ? await membersOf(tx, entityId) : []
      const accounts = accountsOf(
        [...CHARTS[chart].map((one) => namedIn(one, language)), ...capitalOf(members, language)],
        currency,
      )
      await insertAccounts(tx, { studioId, bookId, currency }, accounts)
    }
    const after = { entityId, currency, fiscalYearEnd, basis, chart }
    record({ type: 'ledger.book-opened', subjectId: bookId, after })
    return present(await findBook(tx, bookId), 'the book that was opened')
  },
})

const BASES: Record<Book['basis'], Said> = {
  accrual: { en: 'on the accrual basis', de: 'periodengerecht' },
  cash: { en: 'on the cash basis', de: 'nach Zufluss und Abfluss' },
}

const CHART_NAMES: Record<z.output<typeof Chart>, Said> = {
  'us-gaap-llc': {
    en: 'with the chart of an LLC (US GAAP)',
    de: 'mit dem Kontenplan einer LLC (nach US-GAAP)',
  },
  ifrs: { en: 'with the chart for IFRS', de: 'mit dem Kontenplan nach IFRS' },
  nonprofit: { en: 'with the chart of a non-profit (US)', de: 'mit dem Kontenplan für Gemeinnützige (USA)' },
  none: { en: 'without a chart', de: 'ohne Kontenplan' },
}

function namedIn(account: ChartAccount, language: Language): ChartAccount {
  if (language === 'en') return account
  return { ...account, name: present(CHARTS_DE[account.name], `a German name of ${account.name}`) }
}

const CAPITAL_OF: Said = { en: 'Capital of', de: 'Kapital von' }

/** Beneath the members' capital, one each. */
function capitalOf(members: readonly string[], language: Language): ChartAccount[] {
  return members.map((name, at) => ({
    code: `3010.${String(at + 1).padStart(2, '0')}`,
    name: `${CAPITAL_OF[language]} ${name}`.slice(0, 120),
    type: 'equity',
    in: '3010',
  }))
}

function accountsOf(chart: readonly ChartAccount[], currency: string): NewAccount[] {
  const ids = new Map<string, Id<'account'>>(chart.map(({ code }) => [code, newId('account')]))
  return chart.map((account) => toRow(account, ids, currency))
}

function toRow(account: ChartAccount, ids: ReadonlyMap<string, Id<'account'>>, currency: string): NewAccount {
  const { code, name, type, in: whole, role, isMonetary } = account
  return {
    id: present(ids.get(code), 'an id per code'),
    code,
    name,
    type,
    role: role ?? null,
    parentId: whole === undefined ? null : present(ids.get(whole), 'a chart names codes that it has'),
    currency: role === 'exchange' ? null : currency,
    isMonetary: isMonetary ?? false,
    floorMinor: null,
    caption: chartCaption(account),
  }
}
