import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { examine, fits } from './examine.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedStatements } from './seed-statements.ts'
import { visit } from './visit.ts'

type Seeded = Awaited<ReturnType<typeof seedStatements>>

test('statements', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const seeded = await seedStatements(system)

  await t.test('a book is read: its result against last year, folded, and down to the lines', () =>
    readsABook(browser, system, seeded),
  )
  await t.test('in another currency it is refused until a rate is recorded, and then told with it', () =>
    readsInEuros(browser, system, seeded),
  )
  await t.test('across the studio: an entity, one of its businesses, a category combined', () =>
    readsTheStudio(browser, system, seeded),
  )
  await t.test(
    'a business has no balance sheet, is told why, and has one when its book balances by business',
    () => readsABusiness(browser, system, seeded),
  )
  await t.test('whoever may not read books sees no figure of them beside a business', () =>
    readsNothing(browser, system, seeded),
  )
})

async function readsABook(browser: Browser, system: TestSystem, { bookId, year }: Seeded): Promise<void> {
  const path = `/banking/${bookId}`
  const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
  await page.getByRole('link', { name: 'Statements' }).click()
  const income = page.getByRole('table', { name: 'Income statement' })
  deepEqual(await figures(income, 'Gross profit'), ['650.00', '300.00', '+350.00', '+117%'])
  deepEqual(await figures(income, 'Net result'), ['450.00', '300.00', '+150.00', '+50%'])
  deepEqual(await figures(income, '6020 Marketing'), ['120.00', '0.00', '+120.00', '—'])
  await page.getByLabel('Compare with').selectOption('Last 12 months')
  await income.getByRole('columnheader', { name: `${year - 1}-12` }).waitFor()
  await examine(page, 'income statement of twelve months')

  await page.getByLabel('Compare with').selectOption('A year ago')
  await page.getByRole('link', { name: 'Balance sheet' }).click()
  const sheet = page.getByRole('table', { name: 'Balance sheet' })
  deepEqual(await figures(sheet, 'Total assets'), ['10,870.00', '10,300.00', '+570.00', '+5.5%'])
  await page.getByText('Assets equal liabilities and equity').waitFor()
  await page.getByText(/Saltmarsh Holding LLC · USD · as of .* · as known now/).waitFor()
  await foldsAndUnfolds(page)
  await fits(page, 'balance sheet')
  await sheet.getByRole('row', { name: 'Earnings of this fiscal year' }).getByRole('link').first().click()
  await income.waitFor()
  deepEqual(await figures(income, 'Net result'), ['450.00'])

  await page.getByRole('button', { name: 'As it was known on' }).click()
  await page.getByLabel('As known at the end of').fill(`${year - 2}-12-31`)
  await page.getByRole('heading', { name: 'Nothing counts in these days' }).waitFor()
  await page.getByRole('button', { name: 'As known now' }).last().click()
  await page.getByRole('link', { name: 'Cash flow statement' }).click()
  const flow = page.getByRole('table', { name: 'Cash flow statement' })
  deepEqual(await figures(flow, 'Cash at the end'), ['9,970.00'])
  await page.getByLabel('Method').selectOption('From what moved cash')
  await flow.getByRole('row', { name: '5010 Goods and fulfilment' }).waitFor()
  await page.getByText('The flows lead from the cash at the beginning').waitFor()

  await page.getByRole('link', { name: 'Balance sheet' }).click()
  await sheet.getByRole('row', { name: '1010 Operating' }).getByRole('link').first().click()
  await page.getByRole('row', { name: /Office.*\$9,970\.00/ }).waitFor()
  await end()
}

/** What is folded is gone, and comes back. */
async function foldsAndUnfolds(page: Page): Promise<void> {
  const sheet = page.getByRole('table', { name: 'Balance sheet' })
  const cash = sheet.getByRole('button', { name: 'Cash' })
  await cash.press('Enter')
  equal(await cash.getAttribute('aria-expanded'), 'false')
  equal(await sheet.getByRole('row', { name: '1010 Operating' }).count(), 0)
  equal(await sheet.getByRole('row', { name: '1100 Trade' }).count(), 1)
  await page.getByRole('button', { name: 'Fold all' }).click()
  equal(await sheet.getByRole('row', { name: '1100 Trade' }).count(), 0)
  await page.getByRole('button', { name: 'Unfold all' }).click()
  await sheet.getByRole('row', { name: '1010 Operating' }).waitFor()
}

async function readsInEuros(browser: Browser, system: TestSystem, seeded: Seeded): Promise<void> {
  const path = `/banking/${seeded.bookId}/statements?kind=balance-sheet&compare=none`
  const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
  const sheet = page.getByRole('table', { name: 'Balance sheet' })
  await sheet.waitFor()
  await page.getByLabel('Currency').selectOption('EUR')
  await page.getByText(/There is no rate from USD to EUR for/).waitFor()
  await page.getByRole('link', { name: 'Record a rate' }).click()
  await page.getByLabel('One unit of').fill('eur')
  await page.getByLabel('is worth in').fill('EUR')
  await page.getByLabel('Rate', { exact: true }).fill('1.25')
  await page.getByLabel('Source').fill('ECB')
  await page.getByRole('button', { name: 'Record the rate' }).click()
  await page.getByText(/A rate is between two currencies, and both are EUR/).waitFor()
  await page.getByLabel('is worth in').fill('usd')
  await page.getByRole('button', { name: 'Record the rate' }).click()
  await page.getByRole('row', { name: /1 EUR in USD.*ECB.*1\.25/ }).waitFor()
  await examine(page, 'rates')
  await page.goto(`${system.url}${path}&currency=EUR`)
  deepEqual(await figures(sheet, 'Total assets'), ['8,696.00'])
  await page
    .getByRole('table', { name: 'Rates used' })
    .getByRole('row', { name: /0\.8.*of the day.*ECB/ })
    .waitFor()
  await page.goto(`${system.url}/banking/${seeded.emptyBookId}/statements`)
  await page.getByRole('heading', { name: 'Nothing is posted in this book yet' }).waitFor()
  await page.getByRole('link', { name: 'New entry' }).last().click()
  await page.getByRole('group', { name: 'Line 1' }).waitFor()
  await end()
}

async function readsTheStudio(browser: Browser, system: TestSystem, seeded: Seeded): Promise<void> {
  const path = `/businesses/entities/${seeded.entityId}`
  const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
  const panel = page.getByRole('complementary', { name: 'Saltmarsh Holding LLC' })
  await panel.getByRole('row', { name: /Net result 450\.00/ }).waitFor()
  await panel.getByRole('row', { name: /Cash 9,970\.00/ }).waitFor()
  await page.goto(`http://localhost:${5001 + system.portOffset}/`)
  const income = page.getByRole('table', { name: 'Income statement' })
  deepEqual(await figures(income, 'Net result'), ['450.00', '300.00', '+150.00', '+50%'])
  equal(new URL(page.url()).pathname, '/financial-analytics')
  await page.getByLabel('Statements of').selectOption('Business')
  await page.getByRole('heading', { name: 'Whose statement?' }).waitFor()
  await page.getByLabel('Which business').fill('ferr')
  await page.getByRole('option', { name: 'Saltmarsh Ferries' }).click()
  deepEqual(await figures(income, 'Net result'), ['530.00', '300.00', '+230.00', '+76.7%'])
  const months = page.getByRole('table', { name: 'Result over twelve months' })
  equal(await months.getByRole('row').count(), 13)
  await examine(page, 'financial analytics')
  await income.getByRole('row', { name: '6020' }).getByRole('link').first().click()
  await page.getByText('Only lines of one business').waitFor()
  await page.getByRole('row', { name: /Posters/ }).waitFor()
  await page.goBack()
  await page.getByLabel('Statements of').selectOption('Category')
  await page.getByLabel('Which category').fill('frei')
  await page.getByRole('option', { name: 'Freight' }).click()
  await page.getByText(/^Freight · combined/).waitFor()
  deepEqual(await figures(income, 'Revenue'), ['900.00', '400.00', '+500.00', '+125%'])
  await income.getByRole('row', { name: '4010' }).getByRole('link').first().click()
  await page.getByRole('row', { name: /Crossings on account/ }).waitFor()
  await end()
}

async function readsABusiness(
  browser: Browser,
  system: TestSystem,
  { bookId, businessId, year }: Seeded,
): Promise<void> {
  const path = `/financial-analytics?id=${businessId}&kind=balance-sheet`
  const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
  await page.getByText(/The book of Saltmarsh Holding LLC does not balance by business/).waitFor()
  await page.goto(`${system.url}/banking/${bookId}/rules`)
  await page.getByRole('button', { name: 'Balance by business …' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('First day with a balance sheet').fill(`${year - 1}-12-31`)
  await examine(page, 'before it balances by business')
  await dialog.getByRole('button', { name: 'Balance by business' }).click()
  await page.getByText(`Balances from ${year - 1}-12-31 on: each business has a balance sheet`).waitFor()
  await page.goto(`${system.url}${path}`)
  const sheet = page.getByRole('table', { name: 'Balance sheet' })
  // It earned 300 and 530 more, and names nothing that it owns: the others owe it that.
  deepEqual(await figures(sheet, 'Between businesses of the entity'), [
    '−830.00',
    '−300.00',
    '−530.00',
    '−177%',
  ])
  deepEqual(await figures(sheet, 'Earnings of this fiscal year'), ['530.00', '300.00', '+230.00', '+76.7%'])
  await page.getByText('Assets equal liabilities and equity').waitFor()
  await examine(page, 'balance sheet of a business')
  await sheet.getByRole('row', { name: /^3950/ }).getByRole('link').first().click()
  await page.getByText('Only lines of one business').waitFor()
  await page
    .getByRole('row', { name: /Between businesses, from/ })
    .first()
    .waitFor()
  await page
    .getByRole('link', { name: /Between businesses, from/ })
    .first()
    .click()
  await page
    .getByRole('complementary')
    .getByText(/added by itself/)
    .first()
    .waitFor()
  await end()
}

async function readsNothing(browser: Browser, system: TestSystem, seeded: Seeded): Promise<void> {
  const records = await system.database.look()
  const { rows } = await records.query('select id from studio')
  const { token } = await addPerson(system.database.app, {
    studioId: idFrom('studio', rows[0].id),
    grants: [{ role: { permissions: ['businesses.read', 'kpis.read', 'identity.use-own'] }, covers: null }],
  })
  const { page, end } = await visit(browser, `${system.url}/businesses/${seeded.businessId}`, {
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  await page.getByRole('heading', { name: 'KPIs' }).waitFor()
  equal(await page.getByRole('heading', { name: 'Finance' }).count(), 0)
  equal(await page.getByRole('link', { name: 'Finance' }).count(), 0)
  await end()
}

/** The figures of the row that is called so. */
async function figures(table: ReturnType<Page['getByRole']>, label: string): Promise<string[]> {
  const named = table.page().getByRole('rowheader', { name: label, exact: true })
  const row = table.getByRole('row').filter({ has: named })
  await row.waitFor()
  return row.getByRole('cell').allTextContents()
}
