import { deepEqual, equal, match } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { idFrom } from '#kernel/ids.ts'
import { createWay } from '#server/system.ts'
import { addPerson, signUp } from '#server/test-people.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { examine } from './examine.ts'
import { marksMany } from './mark-steps.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedClosing } from './seed-closing.ts'
import { visit } from './visit.ts'

type Seeded = Awaited<ReturnType<typeof seedClosing>>

test('closing', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  const seeded = await seedClosing(system)

  await t.test('what blocks a month is mended from the board, and both books are closed', () =>
    closesAMonth(browser, system),
  )
  await t.test('opening it again waits for a second person, who reads why', () =>
    reopens(browser, system, seeded),
  )
  await t.test('who may not close sees how books stand, and can do nothing', () =>
    onlyReads(browser, system, seeded),
  )
  await t.test('a budget is typed, read beside what was earned, and taken away as a file', () =>
    budgets(browser, system, seeded),
  )
  await t.test('a large entry waits for a second person, and a loan is planned and ended', () =>
    plans(browser, system, seeded),
  )
})

async function closesAMonth(browser: Browser, system: TestSystem): Promise<void> {
  const path = '/banking/closing?month=2026-01'
  const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
  const harbour = page.getByRole('row', { name: /Harbour Works LLC/ })
  await harbour.getByText('It holds EUR and was not revalued').waitFor()
  equal(await harbour.getByRole('link', { name: 'Blocks' }).count(), 2)
  equal(await harbour.getByRole('link', { name: 'To do' }).count(), 2)
  await examine(page, 'board of a month')

  await harbour.getByRole('link', { name: 'Harbour Works LLC' }).click()
  const panel = page.getByRole('complementary', { name: '2026-01 · Harbour Works LLC' })
  await panel.getByRole('button', { name: 'Run schedules' }).click()
  await page.getByText('1 entry was posted from schedules.').waitFor()
  // What is mended loses its button, and what stands below moves up.
  await panel.getByRole('button', { name: 'Run schedules' }).waitFor({ state: 'detached' })
  await panel.getByRole('button', { name: 'Revalue on 2026-01-31' }).click()
  await page.getByText('The book is revalued on 2026-01-31.').waitFor()
  await panel.getByRole('button', { name: 'Revalue on 2026-01-31' }).waitFor({ state: 'detached' })
  await panel.getByLabel('Compared with').fill('Statement 1 of the year')
  await panel.getByRole('button', { name: 'It agrees with the bank' }).click()
  await panel.getByText(/As .* says since .*: Statement 1 of the year/).waitFor()
  await panel.getByRole('button', { name: 'Take back that it agrees' }).waitFor()
  await panel.getByRole('button', { name: 'It is reviewed' }).click()
  await panel.getByRole('button', { name: 'Take back the review' }).click()
  await panel.getByRole('button', { name: 'It is reviewed' }).click()
  await panel.getByRole('button', { name: 'Take back the review' }).waitFor()
  await examine(page, 'a month of a book')
  await panel.getByRole('button', { name: 'Close', exact: true }).click()
  equal(await harbour.getByText('Met').count(), 5)

  await page.getByRole('button', { name: 'Select all 2 shown' }).click()
  await page.getByRole('button', { name: 'Soft close' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Soft close 2 books' }).click()
  await dialog.getByText('2 books are closed softly').waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await harbour.getByText('Softly closed').waitFor()

  await page.getByRole('button', { name: 'Select all 2 shown' }).click()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await dialog.getByText('1 book will be closed', { exact: true }).waitFor()
  const blocked = dialog.getByRole('list', { name: '1 book is held back by its checks' })
  await blocked.getByText('Nobody has said that they reviewed this month').waitFor()
  await dialog.getByRole('button', { name: 'Close 1 book' }).waitFor()
  await examine(page, 'what would be closed')
  await dialog.getByLabel('Close all the same, because').fill('A shell: there is nothing to see')
  await dialog.getByRole('button', { name: 'Close 2 books' }).click()
  await dialog.getByText('2 books are closed', { exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const quiet = page.getByRole('row', { name: /Quiet Shell LLC/ })
  await quiet.getByText('despite: A shell: there is nothing to see').waitFor()
  equal(await harbour.getByText(/despite/).count(), 0)

  await closesAlong(page)
  await end()
}

/** Of the shell February is open too, and closed with March. */
async function closesAlong(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  const quiet = page.getByRole('row', { name: /Quiet Shell LLC/ })
  await page.getByLabel('Month').selectOption('2026-03')
  await quiet.getByRole('link', { name: 'Quiet Shell LLC' }).click()
  const shell = page.getByRole('complementary', { name: '2026-03 · Quiet Shell LLC' })
  await shell.getByText('There is no cash in this book').waitFor()
  equal(await shell.getByRole('button', { name: /Take back/ }).count(), 0)
  await shell.getByRole('button', { name: 'Close', exact: true }).click()
  await quiet.getByText('Closes from 2026-02').waitFor()
  await marksMany(page)
  await page.getByRole('checkbox', { name: 'Select Quiet Shell LLC' }).check()
  await page.getByText('Closes 2026-02 to 2026-03 in 1 book').waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await dialog.getByText(/^2026-03: Nobody has said that they reviewed/).waitFor()
  equal(await dialog.getByRole('button', { name: /^Close 0/ }).isDisabled(), true)
  await examine(page, 'what would be closed along')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Soft close' }).click()
  await dialog.getByRole('button', { name: 'Soft close 1 book' }).click()
  await dialog.getByText('1 book is closed softly').waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await quiet.getByText('Softly closed').waitFor()
}

async function reopens(browser: Browser, system: TestSystem, { quietId }: Seeded): Promise<void> {
  const { invoke } = createWay(system.database.app, system.settings)
  await signUp(invoke, system.machineKey, 'finance')
  const path = `/banking/closing?month=2026-01&book=${quietId}`
  const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
  await page.getByRole('button', { name: 'Open again' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Open again' }).click()
  await dialog.locator('[aria-invalid=true]').waitFor()
  await dialog.getByLabel('Reason').fill('An invoice came late')
  await dialog.getByRole('button', { name: 'Open again' }).click()
  await dialog.getByRole('heading', { name: 'Waits for approval' }).waitFor()
  equal(await dialog.getByRole('button', { name: 'Open again' }).count(), 0)
  equal(await dialog.getByRole('button', { name: 'Close' }).count(), 1)
  await dialog.getByRole('link', { name: 'See where it waits' }).click()
  const panel = page.getByRole('complementary')
  await panel.getByText('2026-01 and all months after it, in the book of Quiet Shell LLC.').waitFor()
  await panel
    .getByText(
      'It opens 2026-01 and all months after it in the book of Quiet Shell LLC: An invoice came late',
    )
    .waitFor()
  await page.goto(`${system.url}/banking`)
  await page.getByRole('link', { name: '1 thing waits for a second person' }).click()
  await page.getByRole('link', { name: /^Reopen period: 2026-01 and all months after it/ }).waitFor()
  await end()
}

async function onlyReads(browser: Browser, system: TestSystem, { bookId }: Seeded): Promise<void> {
  const records = await system.database.look()
  const { rows } = await records.query('select id from studio')
  const { token } = await addPerson(system.database.app, {
    studioId: idFrom('studio', rows[0].id),
    grants: [{ role: { permissions: ['ledger.read', 'identity.use-own'] }, covers: null }],
  })
  const { page, end } = await visit(browser, `${system.url}/banking/closing?month=2026-02&book=${bookId}`, {
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  const panel = page.getByRole('complementary', { name: '2026-02 · Harbour Works LLC' })
  await panel.getByText(/need the permission ledger\.close/).waitFor()
  await page.getByRole('row', { name: /Quiet Shell LLC/ }).waitFor()
  equal(await panel.getByRole('button').count(), 1)
  equal(await page.getByRole('checkbox').count(), 0)
  await end()
}

async function budgets(browser: Browser, system: TestSystem, { bookId }: Seeded): Promise<void> {
  const path = `/banking/${bookId}/budget`
  const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
  await page.getByLabel('Fiscal year').selectOption('2026-01 to 2026-12')
  const field = (month: string) => page.getByRole('textbox', { name: new RegExp(`^6040 .*, ${month}$`) })
  await field('2026-01').fill('90')
  await field('2026-02').fill('ninety')
  await page.getByRole('button', { name: 'Save the budget' }).click()
  await field('2026-02').and(page.locator('[aria-invalid=true]')).waitFor()
  await field('2026-02').fill('1,090.50')
  await page.getByRole('button', { name: 'Save the budget' }).click()
  await page.getByText('2 figures of the budget are saved.').waitFor()
  await page.getByText('Nothing changed', { exact: true }).waitFor()
  await page.getByRole('row', { name: /^6040/ }).getByText('1,180.50').waitFor()
  await examine(page, 'budget of a book')
  await page.reload()
  await page
    .getByRole('textbox', { name: /^6040 .*, 2026-02$/ })
    .and(page.locator('[value="1090.50"]'))
    .waitFor()

  await page.goto(
    `${system.url}/banking/${bookId}/statements?span=own&from=2026-01-01&to=2026-01-31&compare=none`,
  )
  await page.getByLabel('With budget').click()
  const row = page.getByRole('row', { name: /^6040/ })
  await row.getByText('90.00').waitFor()
  deepEqual(await row.getByRole('cell').allTextContents(), ['100.00', '90.00', '10.00'])
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  match(await readFile(await csv.path(), 'utf8'), /6040.*100\.00.*90\.00.*10\.00/)
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PDF' }).click(),
  ])
  equal((await readFile(await pdf.path(), 'latin1')).slice(0, 5), '%PDF-')
  await examine(page, 'income statement with its budget')
  await end()
}

async function plans(browser: Browser, system: TestSystem, { quietId }: Seeded): Promise<void> {
  const path = `/banking/${quietId}/rules`
  const { page, end } = await visitAsOwner(browser, system, { path, bypassCSP: true })
  const limit = page.getByLabel('Manual limit in USD')
  await limit.fill('1,000')
  await page.getByRole('button', { name: 'Save the limit' }).click()
  await page.getByText('$1,000.00').waitFor()
  await limit.fill('5,000')
  await page.getByRole('button', { name: 'Save the limit' }).click()
  await page.getByRole('heading', { name: 'Waits for approval' }).waitFor()
  await page.getByText('$1,000.00').waitFor()
  await examine(page, 'rules of a book')

  await page.getByRole('link', { name: 'New entry' }).click()
  await page.getByLabel('Memo').first().fill('A large truck')
  const [first, second] = await page.getByRole('group', { name: /^Line/ }).all()
  await takeAccount(first, '1100')
  await first?.getByLabel('Debit').fill('2,500')
  await takeAccount(second, '3010')
  await second?.getByLabel('Credit').fill('2,500')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByRole('heading', { name: 'Waits for approval' }).waitFor()
  await page.getByRole('button', { name: 'Begin another entry' }).waitFor()
  await page.getByRole('link', { name: 'See where it waits' }).click()
  const approval = page.getByRole('complementary')
  await approval.getByText(/An entry by hand over .* is above the limit of this book/).waitFor()
  await page.goBack()

  await page.getByRole('link', { name: 'Schedules' }).click()
  await page.getByRole('heading', { name: 'Nothing comes again here' }).waitFor()
  await page.getByRole('link', { name: 'New recurring entry' }).click()
  await page.getByRole('group', { name: 'Line 2' }).waitFor()
  await examine(page, 'a recurring entry')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'New loan' }).click()
  await page.getByLabel('Name').fill('Van')
  await page.getByLabel('Memo').fill('Van of the depot')
  await page.getByLabel('A day in the month of the first payment').fill('2026-02-01')
  await page.getByLabel('Number of months').fill('3')
  await page.getByLabel('Principal, in USD').fill('2,400')
  await page.getByLabel('Interest per year, in %').fill('12')
  await page.getByLabel('Account of the interest').selectOption({ label: '6040 Rent and office' })
  await page.getByLabel('Account of the loan').selectOption({ label: '2010 Trade payables' })
  await page.getByRole('button', { name: 'Show the plan' }).click()
  await page.getByLabel('Paid from').and(page.locator('[aria-invalid=true]')).waitFor()
  await page.getByLabel('Paid from').selectOption({ label: '1010 Operating bank account' })
  await page.getByLabel('Business').selectOption('Overhead')
  await page.getByRole('button', { name: 'Show the plan' }).click()
  const days = page.getByRole('list', { name: 'Plan' }).getByRole('listitem')
  await days.first().waitFor()
  deepEqual(await days.allTextContents(), ['2026-02-28', '2026-03-31', '2026-04-30'])
  await examine(page, 'the plan of a loan')
  await page.getByRole('button', { name: 'Keep this schedule' }).click()
  const panel = page.getByRole('complementary', { name: 'Van' })
  const plan = panel.getByRole('table', { name: 'Plan' })
  await plan.getByRole('row', { name: /2026-04-30/ }).waitFor()
  equal(await plan.getByText('Not posted yet').count(), 3)
  equal(await plan.getByText('816.05').count(), 2)
  await panel.getByLabel('Last day').fill('2026-03-31')
  await panel.getByRole('button', { name: 'End it on this day' }).click()
  await plan.getByRole('row', { name: /2026-04-30/ }).waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /Van Loan Finished on 2026-03-31/ }).waitFor()
  await examine(page, 'schedules of a book')
  await end()
}

async function takeAccount(line: Locator | undefined, typed: string): Promise<void> {
  await line?.getByLabel('Account').fill(typed)
  await line?.page().getByRole('option').first().click()
}
