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
  await fits(page, 'consolidating')
  await page.getByRole('button', { name: 'Consolidate', exact: true }).last().click()
  const sheet = page.getByRole('table', { name: 'Balance sheet' })
  deepEqual(await figures(sheet, 'Total assets'), ['3,200.00', '−1,300.00', '1,900.00'])
  deepEqual(await figures(sheet, 'Due from group entities'), ['500.00', '−500.00', '0.00'])
  deepEqual(await figures(sheet, 'Liabilities and equity'), ['3,200.00', '−1,300.00', '1,900.00'])
  await page.getByText('Assets equal liabilities and equity: $1,900.00').waitFor()
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
  deepEqual(await figures(income, 'Net result'), ['900.00', '0.00', '900.00'])
  await page.getByRole('link', { name: 'Consolidations' }).click()
  const made = page.getByRole('row', { name: /Lark Holding LLC.*\$900\.00/ })
  await made.nth(1).waitFor()
  equal(await made.count(), 2)
  await end()
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
  await borrowed.getByRole('row', { name: /^Cash.*25\.50/ }).waitFor()
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
