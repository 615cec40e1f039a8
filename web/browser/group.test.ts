import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { examine, fits } from './examine.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedGroup } from './seed-group.ts'
import { visit } from './visit.ts'

test('the group', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await seedGroup(system)

  await t.test(
    'a group is consolidated; four clicks lead from a total to the entry, and repeated it is the same',
    () => consolidates(browser, system),
  )
  await t.test(
    'what two books do not agree on leads to their lines; a pair is seen before it is posted',
    () => looksBetween(browser, system),
  )
  await t.test(
    'services are charged to those who had them; what is in no book is entered, and taken back',
    () => allocatesAndEnters(browser, system),
  )
  await t.test('whoever reads books and not the group sees no way to it', () => seesNoGroup(browser, system))
})

async function consolidates(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/banking', bypassCSP: true })
  await page.getByRole('link', { name: 'Group' }).click()
  await page.getByRole('heading', { name: 'No consolidation yet' }).waitFor()
  await page.getByRole('button', { name: 'Consolidate a group' }).click()
  await page.getByLabel('Root').fill('lark hold')
  await page.getByRole('option', { name: 'Lark Holding LLC' }).click()
  await page.getByLabel('First day').fill('2026-01-01')
  await page.getByLabel('Last day').fill('2026-03-31')
  await page.getByLabel('Beside it').selectOption('End of the year before')
  await fits(page, 'consolidating')
  await page.getByRole('button', { name: 'Consolidate', exact: true }).last().click()
  const sheet = page.getByRole('table', { name: 'Balance sheet' })
  await page.getByRole('columnheader', { name: '2025-12-31' }).waitFor()
  deepEqual(await figures(sheet, 'Total assets'), ['3,200.00', '−1,300.00', '1,900.00', '0.00', '1,900.00'])
  deepEqual(await figures(sheet, 'Due from group entities'), ['500.00', '−500.00', '0.00', '0.00', '0.00'])
  await page.getByText(/made .* by /).waitFor()
  await page.getByText('Assets equal liabilities and equity: $1,900.00').waitFor()
  await readsCash(page)
  await reachesTheEntry(page)
  await page.goBack()
  await page.goBack()
  await page.getByRole('complementary').getByText('On the other side').waitFor()
  await page.getByRole('button', { name: 'Ownership and methods' }).click()
  await page.getByRole('row', { name: 'Lark Shop LLC Full 80 %' }).waitFor()
  await examine(page, 'consolidation with its lines')
  await page.getByRole('button', { name: 'Repeat' }).click()
  await page.getByText('The same again came out').waitFor()
  const before = page.url()
  await page.getByRole('link', { name: 'Open the repetition' }).click()
  await page.getByText('The same again came out').waitFor({ state: 'detached' })
  notEqual(page.url(), before)
  await page.getByRole('link', { name: 'Income statement' }).click()
  const income = page.getByRole('table', { name: 'Income statement' })
  deepEqual(await figures(income, 'Net result'), ['900.00', '0.00', '900.00', '0.00', '900.00'])
  await page.getByLabel('Compare with').selectOption('Nothing beside it')
  await page.getByRole('columnheader', { name: '2025', exact: true }).waitFor({ state: 'detached' })
  deepEqual(await figures(income, 'Net result'), ['900.00', '0.00', '900.00'])
  await page.getByRole('link', { name: 'Consolidations' }).click()
  const made = page.getByRole('row', { name: /Lark Holding LLC.*\$900\.00/ })
  await made.nth(1).waitFor()
  equal(await made.count(), 2)
  await end()
}

/** What moved cash, down to the account, and as a file; then back to the balance sheet. */
async function readsCash(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Cash flow statement' }).click()
  const table = page.getByRole('table', { name: 'Cash flow statement' })
  deepEqual((await figures(table, 'Operating activities')).slice(0, 3), ['900.00', '0.00', '900.00'])
  deepEqual((await figures(table, 'Net cash flow')).slice(0, 3), ['1,900.00', '0.00', '1,900.00'])
  await page.getByText('The flows lead from cash of $0.00 to $1,900.00').waitFor()
  await page.getByLabel('Method', { exact: true }).selectOption('From what moved cash')
  const direct = page.getByRole('table', { name: 'Cash flow statement, direct' })
  deepEqual((await figures(direct, 'Net cash flow')).slice(0, 3), ['1,900.00', '0.00', '1,900.00'])
  deepEqual((await figures(direct, 'Cash at the end')).slice(0, 3), ['1,900.00', '0.00', '1,900.00'])
  await fits(page, 'what cash was moved against')
  const capital = direct
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: 'Capital', exact: true }) })
  await capital.getByRole('link', { name: '−800.00' }).click()
  await page.getByRole('complementary', { name: 'Capital' }).getByText('Lark Shop LLC').first().waitFor()
  await page.getByLabel('Method', { exact: true }).selectOption('From the net result')
  const financing = table.getByRole('row').filter({
    has: page.getByRole('button', { name: 'Capital', exact: true }),
  })
  await financing.getByRole('link', { name: '−800.00' }).click()
  const panel = page.getByRole('complementary', { name: 'Capital' })
  await panel.getByText('Lark Shop LLC · with Lark Holding LLC').first().waitFor()
  await fits(page, 'what moved cash')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  equal(file.suggestedFilename(), 'cash-flow-Lark-Holding-LLC-2026-03-31.csv')
  await page.getByRole('link', { name: 'Balance sheet' }).click()
}

/** From the consolidated total over its elimination and the lines of both entities to the entry: in four clicks. */
async function reachesTheEntry(page: Page): Promise<void> {
  let clicks = 0
  const click = async (what: Locator) => {
    clicks++
    await what.click()
  }
  await click(page.getByRole('button', { name: 'Due from group entities' }))
  const part = page.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: 'Elimination of balances' }),
  })
  await click(part.getByRole('link', { name: '−500.00' }))
  const panel = page.getByRole('complementary', { name: 'Due from group entities' })
  await panel.getByText('Lark Holding LLC · with Lark Shop LLC').waitFor()
  await panel.getByText('Lark Shop LLC · with Lark Holding LLC · Due to group entities').waitFor()
  await click(panel.getByRole('link', { name: '2050 Due to group entities' }))
  await page.getByText('Only lines with Lark Holding LLC').waitFor()
  await click(page.getByRole('link', { name: 'Shared services of March' }))
  const entry = page.getByRole('complementary', { name: 'Shared services of March' })
  await entry.getByRole('link', { name: '6060 Shared services from group entities' }).waitFor()
  equal(clicks, 4)
}

async function looksBetween(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, {
    path: '/banking/group/between',
    bypassCSP: true,
  })
  const disagreements = page.getByRole('table', { name: 'Disagreements' })
  const owed = disagreements.getByRole('row', { name: /What is owed/ })
  await owed.getByRole('link', { name: '540.00' }).waitFor()
  await page.getByRole('row', { name: /Capital of the shop/ }).waitFor()
  await owed.getByRole('link', { name: / and / }).click()
  await page.getByRole('complementary').getByText('$540.00').waitFor()
  await page.getByRole('link', { name: '2050 Due to group entities' }).waitFor()
  await examine(page, 'between entities')
  await page.getByRole('button', { name: 'Post a pair' }).click()
  await postsTheMissing(page)
  await page.getByText('Nothing is posted yet').waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /Loan of May.*Lark Holding LLC.*Lark Shop LLC.*\$25\.50/ }).waitFor()
  await owed.getByRole('link', { name: '565.50' }).click()
  await page.getByRole('complementary').getByRole('link', { name: '2050 Due to group entities' }).click()
  await page.getByRole('link', { name: 'Services that nobody charged' }).waitFor()
  await end()
}

/** What the holding spent is charged to the shop; and profit in stock stands in no book, until it is taken back. */
async function allocatesAndEnters(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, {
    path: '/banking/group/between',
    bypassCSP: true,
  })
  const chosen = async (label: string, typed: string, name: string) => {
    await page.getByLabel(label, { exact: true }).fill(typed)
    await page.getByRole('option', { name, exact: true }).click()
  }
  await page.getByRole('button', { name: 'Allocate services' }).click()
  await chosen('Who spent it', 'lark hold', 'Lark Holding LLC')
  await page.getByLabel('Month').fill('2026-04')
  await page.getByLabel('Markup, %').fill('5')
  await page.getByRole('textbox', { name: 'Cost' }).fill('200')
  await page.getByLabel('Shared out by').selectOption('Heads')
  await chosen('Add who is charged', 'lark shop', 'Lark Shop LLC')
  await page.getByRole('button', { name: 'See who is charged' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Weight of Lark Shop LLC').fill('3')
  await page.getByRole('button', { name: 'See who is charged' }).click()
  await page.getByRole('row', { name: /Lark Shop LLC.*\$210\.00/ }).waitFor()
  await examine(page, 'allocating services')
  equal(await page.getByRole('row', { name: /Shared services of 2026-04/ }).count(), 0)
  await page.getByRole('button', { name: 'Charge them' }).click()
  await page.getByRole('row', { name: /Shared services of 2026-04.*\$210\.00/ }).waitFor()
  await page.getByRole('link', { name: 'Top-side entries' }).click()
  await page.getByRole('heading', { name: 'Nothing stands outside the books' }).waitFor()
  await page.getByRole('button', { name: 'Enter a top-side entry' }).first().click()
  await chosen('Root', 'lark hold', 'Lark Holding LLC')
  await page.getByLabel('Memo').fill('Profit in stock')
  await chosen('Caption of line 1', 'cost of rev', 'Cost of revenue')
  await page.getByLabel('Debit 1').fill('25')
  await chosen('Caption of line 2', 'inventory', 'Inventory')
  await page.getByLabel('Credit 2').fill('20')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await page.getByRole('alert').getByText('Debits 25.00 differ from credits 20.00').waitFor()
  await page.getByLabel('Credit 2').fill('25')
  await fits(page, 'entering what is in no book')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await page.getByRole('button', { name: 'Take back “Profit in stock”' }).click()
  await page.getByRole('button', { name: 'Take back', exact: true }).click()
  await page.getByText('Takes back: Profit in stock').first().waitFor()
  await page.getByText('2 top-side entries').waitFor()
  await examine(page, 'what is in no book')
  await end()
}

/** What is tried out is not posted: only the second press does that. */
async function postsTheMissing(page: Page): Promise<void> {
  await page.getByLabel('What is done').selectOption('Loan')
  await page.getByLabel('Who lends').fill('lark hold')
  await page.getByRole('option', { name: 'Lark Holding LLC' }).click()
  await page.getByLabel('Who borrows').fill('lark hold')
  await page.getByRole('option', { name: 'Lark Holding LLC' }).click()
  await page.getByLabel('Amount').fill('25.50')
  await page.getByLabel('Memo').fill('Loan of May')
  await page.getByRole('button', { name: 'See both entries' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Who borrows').fill('lark shop')
  await page.getByRole('option', { name: 'Lark Shop LLC' }).click()
  await page.getByRole('button', { name: 'See both entries' }).click()
  const borrowed = page.getByRole('table', { name: 'Book of Lark Shop LLC' })
  await borrowed.getByRole('row', { name: /^1010 .*25\.50/ }).waitFor()
  await borrowed.getByRole('row', { name: /Loans from group entities.*25\.50/ }).waitFor()
  equal(await page.getByRole('row', { name: /Loan of May/ }).count(), 0)
  await fits(page, 'the preview of a pair')
  await page.getByRole('button', { name: 'Post to both books' }).click()
}

async function seesNoGroup(browser: Browser, system: TestSystem): Promise<void> {
  const records = await system.database.look()
  const { rows } = await records.query('select id from studio')
  const { token } = await addPerson(system.database.app, {
    studioId: idFrom('studio', rows[0].id),
    grants: [{ role: { permissions: ['ledger.read', 'identity.use-own'] }, covers: null }],
  })
  const { page, end } = await visit(browser, `${system.url}/banking`, {
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  await page.getByRole('link', { name: 'Lark Shop LLC' }).waitFor()
  equal(await page.getByRole('link', { name: 'Group' }).count(), 0)
  await page.goto(`${system.url}/banking/group`)
  await page.getByRole('alert').waitFor()
  await end()
}

/** The figures of the row that is called so. */
async function figures(table: Locator, label: string): Promise<string[]> {
  const named = table.page().getByRole('rowheader', { name: label, exact: true })
  const row = table.getByRole('row').filter({ has: named })
  await row.waitFor()
  return row.getByRole('cell').allTextContents()
}
