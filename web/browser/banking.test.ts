import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { testSystem, type TestSystem } from '#server/test-system.ts'
import { missingBrowser, openBrowser } from './open-browser.ts'
import { visitAsOwner } from './owner-visit.ts'
import { seedBooks } from './seed-books.ts'
import { visit } from './visit.ts'

const Made = z.object({ id: z.string() })

test('the books of the studio', { skip: missingBrowser }, async (t) => {
  const [browser, system] = await Promise.all([openBrowser(), testSystem({ isFounded: true })])
  await createEntity(system, { name: 'Nordlicht Holding LLC', functionalCurrency: 'USD' })
  await createEntity(system, { name: 'Unsettled Ventures LLC' })

  await t.test('from the empty room a book is opened; what an entity lacks for it is told', () =>
    opensTheFirstBook(browser, system),
  )
  await t.test('an entry is posted with the keyboard alone, and the form is ready for the next', () =>
    postsByKeyboard(browser, system),
  )
  await t.test('what does not balance, and what lacks a business, is told in its place', () =>
    isToldInItsPlace(browser, system),
  )
  const { bookId } = await seedBooks(system)
  await t.test('trial balance, account, entry: each leads to the next, and a reversal shows in all', () =>
    drillsAndReverses(browser, system, bookId),
  )
  await t.test('an account is added, renamed and archived, each with its undo', () =>
    keepsTheChart(browser, system, bookId),
  )
  await t.test('on a phone the room is in the menu of the bar, and no figure is cut', () =>
    fitsAPhone(browser, system),
  )
  await t.test('an analyst reads it all, and sees no way to post', () =>
    readsAsAnalyst(browser, system, bookId),
  )
})

async function opensTheFirstBook(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/' })
  await page.goto(`http://localhost:${5000 + system.portOffset}/`)
  await page.getByRole('button', { name: 'Open the first book' }).click()
  equal(new URL(page.url()).pathname, '/banking')
  await page
    .getByLabel('Entity', { exact: true })
    .selectOption({ label: 'Unsettled Ventures LLC (no currency yet)' })
  await page.getByRole('button', { name: 'Open the book' }).click()
  await page.getByText(/The functional currency of Unsettled Ventures LLC is not known/).waitFor()
  await page.getByRole('link', { name: 'Set the currency of Unsettled Ventures LLC' }).waitFor()
  await page.getByLabel('Entity', { exact: true }).selectOption({ label: 'Nordlicht Holding LLC (USD)' })
  await page.getByLabel('Chart of accounts').selectOption('us-gaap-llc')
  await page.getByRole('button', { name: 'Open the book' }).click()
  await page.getByRole('row', { name: /1010 Operating bank account.*Asset.*Cash/ }).waitFor()
  await page.getByRole('link', { name: 'All books' }).click()
  await page.getByRole('row', { name: /Nordlicht Holding LLC.*USD/ }).waitFor()
  const entityId = await createEntity(system, { name: 'Of Somebody Else', functionalCurrency: 'EUR' })
  await send(system, 'ledger/open-book', { entityId, chart: 'none' })
  await page.getByRole('row', { name: /Of Somebody Else.*EUR/ }).waitFor()
  await end()
}

async function postsByKeyboard(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/banking' })
  await page.getByRole('link', { name: 'Nordlicht Holding LLC' }).click()
  await page.getByRole('link', { name: 'New entry' }).first().press('Enter')
  const day = page.getByLabel('Day')
  await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'date')
  const chosen = await day.inputValue()
  const { keyboard } = page
  await keyboard.press('Enter')
  await keyboard.type('Office chairs')
  await keyboard.press('Enter')
  await takeAccount(page, 'rent', '6040 Rent and office')
  await keyboard.type('1,200.50')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('over')
  await keyboard.press('Enter')
  await keyboard.type('Two of them')
  await keyboard.press('Enter')
  await takeAccount(page, '1010', '1010 Operating bank account')
  await keyboard.press('Enter')
  await page.getByRole('status', { name: 'Both sides' }).getByText('Credit lacks $1,200.50').waitFor()
  await keyboard.type('1200.5')
  await page.getByText('Balanced in USD').waitFor()
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await page.getByRole('group', { name: 'Line 3' }).waitFor()
  await keyboard.press('Control+Enter')
  await page.getByText('“Office chairs” is posted.').waitFor()
  equal(await page.getByLabel('Memo', { exact: true }).first().inputValue(), '')
  equal(await page.getByRole('group', { name: /^Line/ }).count(), 2)
  equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'date')
  await page.getByRole('link', { name: 'Open', exact: true }).click()
  const panel = page.getByRole('complementary', { name: 'Office chairs' })
  await panel.getByRole('row', { name: /6040 Rent and office.*Overhead · Two of them.*1,200\.50/ }).waitFor()
  await panel.getByText(chosen, { exact: true }).waitFor()
  await end()
}

/** Types a part of it, and takes what is lit by Enter. */
async function takeAccount(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.type(typed)
  await page.getByRole('option', { name, selected: false }).first().waitFor()
  await page.keyboard.press('Enter')
}

async function isToldInItsPlace(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: '/banking' })
  await page.getByRole('link', { name: 'Nordlicht Holding LLC' }).click()
  await page.getByRole('link', { name: 'New entry' }).first().click()
  await page.getByLabel('Memo', { exact: true }).first().fill('Rent')
  const [first, second] = [1, 2].map((number) => page.getByRole('group', { name: `Line ${number}` }))
  await first?.getByLabel('Account').fill('6040')
  await page.keyboard.press('Enter')
  await first?.getByLabel('Debit').fill('100')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page
    .getByRole('alert')
    .getByText(/^An entry needs at least two lines/)
    .waitFor()
  await second?.getByLabel('Account').fill('1010')
  await page.keyboard.press('Enter')
  await second?.getByLabel('Credit').fill('12,50')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await second?.getByText(/expected a decimal such as/).waitFor()
  equal(await second?.getByLabel('Credit').getAttribute('aria-invalid'), 'true')
  await second?.getByLabel('Credit').fill('90')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await first?.getByText(/name the business that it belongs to/).waitFor()
  await first?.getByLabel('Business').fill('over')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page
    .getByRole('alert')
    .getByText(/Debits 100\.00 USD differ from credits 90\.00 USD/)
    .waitFor()
  await end()
}

async function drillsAndReverses(browser: Browser, system: TestSystem, bookId: string): Promise<void> {
  const path = `/banking/${bookId}?on=2026-02-28`
  const { page, end } = await visitAsOwner(browser, system, { path })
  const balance = page.getByRole('table', { name: 'Trial balance' })
  await balance
    .getByRole('row', { name: /Total, USD.*Debits equal credits.*251,200\.00.*251,200\.00/ })
    .waitFor()
  await balance.getByRole('link', { name: '1010 Operating bank account' }).click()
  await page.getByRole('row', { name: /Subscriptions of January.*1,164\.75.*\$251,164\.75/ }).waitFor()
  equal(new URL(page.url()).search, '?to=2026-02-28')
  await page.getByRole('link', { name: 'Subscriptions of January' }).click()
  const panel = page.getByRole('complementary', { name: 'Subscriptions of January' })
  await panel
    .getByRole('row', { name: /4020 Subscriptions.*Copper Press · 40 customers.*1,200\.00/ })
    .waitFor()
  await panel.getByRole('button', { name: 'Reverse' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByLabel('Day').fill('2026-02-01')
  await dialog.getByLabel('Why').fill('Billed twice')
  await dialog.getByRole('button', { name: 'Reverse' }).click()
  await page.getByText('“Subscriptions of January” is reversed.').waitFor()
  await panel.getByRole('link', { name: 'The entry that took it back' }).click()
  await page.getByRole('complementary', { name: 'Billed twice' }).getByText('2026-02-01').waitFor()
  equal(await page.getByRole('button', { name: 'Reverse' }).count(), 0)
  await page.getByRole('link', { name: 'Trial balance' }).click()
  await balance.getByRole('row', { name: /Total, USD.*250,000\.00/ }).waitFor()
  equal(await balance.getByRole('link', { name: '4020 Subscriptions' }).count(), 0)
  await page.goto(`${system.url}/banking/${bookId}?on=2026-01-31`)
  await balance.getByRole('link', { name: '4020 Subscriptions' }).waitFor()
  await end()
}

async function keepsTheChart(browser: Browser, system: TestSystem, bookId: string): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { path: `/banking/${bookId}/accounts` })
  await page.getByRole('button', { name: 'New account' }).click()
  await page.getByLabel('Code', { exact: true }).fill('1010')
  await page.getByLabel('Name', { exact: true }).fill('Petty cash')
  await page.getByRole('button', { name: 'Add the account' }).click()
  await page
    .getByText(/The code 1010 is that of/)
    .first()
    .waitFor()
  await page.getByLabel('Code', { exact: true }).fill('1030')
  await page.getByRole('button', { name: 'Add the account' }).click()
  await page.getByText('1030 Petty cash is added.').waitFor()
  await page.getByRole('button', { name: 'Change 1030 Petty cash' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Cash box')
  await page.getByLabel('Floor in USD').fill('0')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('row', { name: /1030 Cash box.*\$0\.00/ }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Change 1030 Petty cash' }).click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await page.getByText('1030 Petty cash is archived.').waitFor()
  await page.getByRole('link', { name: '1030 Petty cash' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('link', { name: '1030 Petty cash' }).waitFor()
  await end()
}

async function fitsAPhone(browser: Browser, system: TestSystem): Promise<void> {
  const { page, end } = await visitAsOwner(browser, system, { viewport: { width: 390, height: 844 } })
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Banking' }).click()
  await page.getByRole('heading', { name: 'Banking' }).waitFor()
  const figure = page.getByRole('definition').getByRole('link').first()
  await figure.waitFor()
  const { right, viewport } = await figure.evaluate((shown) => ({
    right: shown.getBoundingClientRect().right,
    viewport: innerWidth,
  }))
  ok(right <= viewport)
  await end()
}

async function readsAsAnalyst(browser: Browser, system: TestSystem, bookId: string): Promise<void> {
  const records = await system.database.look()
  const { rows } = await records.query('select id from studio')
  const studioId = idFrom('studio', rows[0].id)
  const { token } = await addPerson(system.database.app, {
    studioId,
    grants: [{ role: 'analyst', covers: null }],
  })
  const { page, end } = await visit(browser, `${system.url}/banking`, {
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  await page.getByRole('link', { name: 'Menabrea Ledger LLC' }).waitFor()
  equal(await page.getByRole('button', { name: /^Open/ }).count(), 0)
  await page.goto(`${system.url}/banking/${bookId}/entries`)
  await page.getByRole('link', { name: 'Capital paid in by the members' }).click()
  const panel = page.getByRole('complementary', { name: 'Capital paid in by the members' })
  await panel.getByRole('row', { name: /1010 Operating bank account/ }).waitFor()
  equal(await page.getByRole('button', { name: 'Reverse' }).count(), 0)
  equal(await page.getByRole('link', { name: 'New entry' }).count(), 0)
  await panel.getByText('Nobody has said anything yet.').waitFor()
  equal(await panel.getByRole('combobox').count(), 0)
  equal(await panel.getByLabel('Choose files').count(), 0)
  await page.goto(`${system.url}/banking/${bookId}/new`)
  await page.getByRole('heading', { name: 'You cannot post here' }).waitFor()
  await page.goto(`${system.url}/businesses`)
  await page.getByRole('link', { name: 'Copper Press' }).waitFor()
  equal(await page.getByRole('link', { name: /New business|Import/ }).count(), 0)
  await end()
}

async function createEntity(system: TestSystem, fields: object): Promise<string> {
  return send(system, 'entities/create-entity', { kind: 'LLC', jurisdiction: 'US-DE', ...fields })
}

/** As somebody else would. */
async function send({ url, machineKey }: TestSystem, path: string, fields: object): Promise<string> {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
  return Made.parse(await response.json()).id
}
